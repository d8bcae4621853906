import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError } from '../errors';
import { compileExpression, variablesOf } from '../expressions/compile';
import { type Compute, type Variables } from '../expressions/types';
import { setField } from '../values/documents';
import { isDocument } from '../values/types';
import { type Stage } from './context';

/** The variables that only `$redact` has; a document that the expression answers with one of them is treated so. */
const DECISIONS = { KEEP: Symbol('keep'), PRUNE: Symbol('prune'), DESCEND: Symbol('descend') };

/** Keeps a document as it is, leaves it out, or asks again of every document inside, in arrays too. */
export function redactStage(operand: unknown, options: Options): Stage {
  const variables = { ...options.variables, ...DECISIONS };
  const compute = compileExpression(operand, Object.keys(variables));
  return function* (documents) {
    for (const document of documents) {
      const left = redact(document, compute, variablesOf(document, variables));
      if (left) yield left;
    }
  };
}

/** Undefined for a document that is left out. */
function redact(document: Document, compute: Compute, variables: Variables): Document | undefined {
  const scope = { ...variables, CURRENT: document };
  const decision = compute(scope);
  if (decision === DECISIONS.KEEP) return document;
  if (decision === DECISIONS.PRUNE) return undefined;
  if (decision !== DECISIONS.DESCEND)
    throw new CommandError('Location17053', '$redact must evaluate to $$KEEP, $$PRUNE or $$DESCEND');
  const kept: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const left = redactBelow(value, compute, scope);
    if (left !== undefined) setField(kept, name, left);
  }
  return kept;
}

function redactBelow(value: unknown, compute: Compute, variables: Variables): unknown {
  if (isDocument(value)) return redact(value, compute, variables);
  if (!Array.isArray(value)) return value;
  return value.map((item) => redactBelow(item, compute, variables)).filter((item) => item !== undefined);
}
