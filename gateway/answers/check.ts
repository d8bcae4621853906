import { Findings, type Finding, type Place } from './findings';
import { representationsOf } from './entities';
import { rootFields, type AskedField, type Question } from './question';
import type { AnswerRules, JsonObject } from './rules';
import { ValueCheck } from './value-check';

export interface CheckedAnswer {
  /**
   * The fields that were asked for and no others. A wrong place is null; where it must not be null, the nearest place around
   * it that may be null is.
   */
  readonly data: Record<string, unknown> | null;
  readonly findings: readonly Finding[];
}

/**
 * Holds a subgraph's data against the question and the schema: types, fields, entities, and the rules.
 * @param servedTypes names of the types that the subgraph can answer with
 */
export function checkAnswer(
  question: Question,
  servedTypes: ReadonlySet<string>,
  data: JsonObject,
  rules: AnswerRules,
): CheckedAnswer {
  const findings = new Findings();
  const check = new ValueCheck({ question, servedTypes, rules, findings });
  return { data: checkRoot(check, data), findings: findings.list() };
}

function checkRoot(check: ValueCheck, data: JsonObject): Record<string, unknown> | null {
  const { question } = check.context;
  const rootType = question.schema.getRootType(question.operation.operation)?.name ?? '';
  const checked: Record<string, unknown> = {};
  for (const field of rootFields(question)) {
    const place: Place = { parent: undefined, key: field.key };
    const value =
      field.name === '_entities'
        ? checkEntities(check, field, data[field.key], place)
        : check.field(field, data, rootType, place);
    if (value === undefined) return null;
    checked[field.key] = value;
  }
  return checked;
}

/** @returns undefined when the entities are not as many as the representations */
function checkEntities(
  check: ValueCheck,
  field: AskedField,
  value: unknown,
  place: Place,
): unknown[] | undefined {
  const { question, findings } = check.context;
  const representations = representationsOf(question, field);
  if (!Array.isArray(value) || value.length !== representations.length) {
    findings.add(place, `must have ${representations.length} entities`);
    return undefined;
  }
  return representations.map((representation, at) =>
    check.entity(field, representation, value[at], { parent: place, key: at }),
  );
}
