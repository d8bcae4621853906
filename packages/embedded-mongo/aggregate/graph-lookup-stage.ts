import { Long, type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError } from '../errors';
import { compileExpression, variablesOf } from '../expressions/compile';
import { encodeKeyText } from '../values/key-encoding';
import { toSafeInteger } from '../values/numbers';
import { isDocument } from '../values/types';
import { type PipelineContext, type RunPipeline, type Stage } from './context';
import { elementsAt, withField } from './joined-values';

interface GraphLookup {
  readonly from: string;
  readonly startWith: unknown;
  readonly connectFromField: string;
  readonly connectToField: string;
  readonly as: string;
  readonly maxDepth?: unknown;
  readonly depthField?: string;
  readonly restrictSearchWithMatch?: Document;
}

const GRAPH_FIELDS = ['from', 'startWith', 'connectFromField', 'connectToField', 'as'];

/** All documents that are reached from a value, step by step, each once. */
export function graphLookupStage(operand: unknown, { variables = {} }: Options, run: RunPipeline): Stage {
  const missing = isDocument(operand) ? GRAPH_FIELDS.find((field) => !(field in operand)) : 'from';
  if (missing) throw new CommandError('Location40105', `$graphLookup requires '${missing}' to be specified`);
  const spec = operand as GraphLookup;
  const start = compileExpression(spec.startWith, Object.keys(variables));
  return function* (documents, context) {
    for (const document of documents) {
      const from = start(variablesOf(document, variables)) ?? null;
      yield withField(document, spec.as, reach(Array.isArray(from) ? from : [from], spec, context, run));
    }
  };
}

function reach(
  start: readonly unknown[],
  spec: GraphLookup,
  context: PipelineContext,
  run: RunPipeline,
): Document[] {
  const { from, connectFromField, connectToField, depthField, restrictSearchWithMatch } = spec;
  const deepest = toSafeInteger(spec.maxDepth) ?? Infinity;
  const found = new Map<string, Document>();
  let frontier = start;
  for (let depth = 0; frontier.length > 0 && depth <= deepest; depth++) {
    const filter = { $and: [{ [connectToField]: { $in: frontier } }, restrictSearchWithMatch ?? {}] };
    const fresh = [...run(from, [{ $match: filter }], context)].filter(
      ({ _id }) => !found.has(encodeKeyText(_id)),
    );
    for (const each of fresh)
      found.set(
        encodeKeyText(each._id),
        depthField ? withField(each, depthField, Long.fromNumber(depth)) : each,
      );
    frontier = fresh.flatMap((each) => elementsAt(each, connectFromField));
  }
  return [...found.values()];
}
