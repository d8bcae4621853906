import { departmentCodes, entityNames } from '../../schema/departments';
import { isObject, quote, type AnswerRules, type CheckedObject, type JsonObject } from './rules';
import type { Representation } from './entities';
import { sliceProblem } from './slice-rules';

/** The rules of this project for the answers of a subgraph, beside the types. */
export function answerRulesOf(subgraph: string): AnswerRules {
  return departmentCodes.includes(subgraph)
    ? { scalars, objectProblem: (object) => departmentProblem(subgraph, object) }
    : { scalars, objectProblem: keyProblem };
}

const scalars = {
  Date: (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  DateTime: (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
};

function departmentProblem(code: string, object: CheckedObject): string | undefined {
  const { type, value, representation, isEntity } = object;
  const { target, result } = entityNames(code);
  const isOwn = type === target || type === result;
  if (isOwn || type === 'TargetRow' || type === 'ResultRow' || type === 'SearchRow') {
    const foreign = [value.id, value.ref].find((id) => id !== undefined && !isIdOf(code, id));
    if (foreign !== undefined) return `must have an id of ${code}, but has: ${quote(foreign)}`;
  }
  if (type === 'SearchRow' && ![target, result, undefined].includes(value.type as string | undefined))
    return `must be a hit of ${target} or ${result}, but is: ${quote(value.type)}`;
  const owner = isOwn && isObject(value.department) ? (value.department.code ?? code) : code;
  if (owner !== code) return `must be of ${code}, but is of: ${quote(owner)}`;
  if (type.endsWith('Slice')) return sliceProblem(value, representation);
  return isEntity && isOwn ? idProblem(value, representation) : keyProblem(object);
}

const isIdOf = (code: string, id: unknown): boolean => typeof id === 'string' && id.startsWith(`${code}:`);

/** A representation has `id` or `ref`, which both are the target's id. The answer may have either, with the same value. */
function idProblem({ id, ref }: JsonObject, representation: Representation | undefined): string | undefined {
  const wanted = representation?.id ?? representation?.ref;
  const other = [id, ref].find((each) => each !== undefined && each !== wanted);
  return other === undefined ? undefined : `must be ${quote(wanted)}, but is: ${quote(other)}`;
}

/** An entity must have the key fields of its representation with the same values. */
function keyProblem({ value, representation, isEntity }: CheckedObject): string | undefined {
  if (!isEntity || !representation) return undefined;
  const other = Object.keys(value).find(
    (key) => isScalar(representation[key]) && representation[key] !== value[key],
  );
  return other === undefined
    ? undefined
    : `must have ${other} ${quote(representation[other])}, but has: ${quote(value[other])}`;
}

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
