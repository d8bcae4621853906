import type { ExecutionResult } from 'graphql';
import type { Answer } from './ask';
import type { Cursors } from './cursors';
import type { Operation, Oracle } from './oracle';
import type { JudgedSystem } from './system';

/** The first place where the system's answer differs from the oracle's. */
export interface Difference {
  /** `data.targets.nodes.0.id`, or `errors`. */
  readonly at: string;
  readonly right: unknown;
  readonly answered: unknown;
}

/** Asks the oracle and the system. @returns null when they agree */
export async function judge(
  operation: Operation,
  oracle: Oracle,
  { ask, cursors }: JudgedSystem,
): Promise<Difference | null> {
  const right = oracle.answer(operation);
  const asked = JSON.parse(cursors.translate(JSON.stringify(operation))) as Operation;
  return compareAnswers(right, await ask(asked), cursors);
}

/** Data must be equal, also in the order of keys; errors must have the same codes and make the same places null. */
export function compareAnswers(
  right: Pick<ExecutionResult, 'data' | 'errors'>,
  answered: Answer,
  cursors: Pick<Cursors, 'isSame'>,
): Difference | null {
  // graphql-js makes objects without a prototype; JSON is what the client sees.
  const expected = JSON.parse(JSON.stringify(right)) as Answer;
  const data = compareValues('data', expected.data, answered.data, cursors);
  if (data) return data;
  const [codes, found] = [expected, answered].map(placesOfErrors);
  return JSON.stringify(codes) === JSON.stringify(found)
    ? null
    : { at: 'errors', right: codes, answered: answered.errors };
}

function compareValues(
  at: string,
  right: unknown,
  answered: unknown,
  cursors: Pick<Cursors, 'isSame'>,
): Difference | null {
  if (typeof right === 'string' && right.startsWith('⟨')) {
    return cursors.isSame(right, answered) ? null : { at, right, answered };
  }
  if (!isObject(right) || !isObject(answered) || Array.isArray(right) !== Array.isArray(answered)) {
    return right === answered ? null : { at, right, answered };
  }
  const [keys, found] = [Object.keys(right), Object.keys(answered)];
  if (keys.join('\n') !== found.join('\n')) return { at: `${at}, its keys`, right: keys, answered: found };
  for (const key of keys) {
    const difference = compareValues(`${at}.${key}`, right[key], answered[key], cursors);
    if (difference) return difference;
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * The errors as `CODE at place`, sorted, where the place is the null to which the error led. Of several errors that make one place
 * null, a server may report any (GraphQL specification, section 6.4.4), so equal lines count once.
 */
function placesOfErrors({ data, errors = [] }: Answer): string[] {
  const places = errors.map(({ path = [], extensions }) => {
    const place = nullPlace(data, path);
    return `${String(extensions?.code)} at ${place.join('.')}`;
  });
  return [...new Set(places)].sort();
}

function nullPlace(data: unknown, path: readonly (string | number)[]): (string | number)[] {
  const [key, ...rest] = path;
  if (key === undefined || !isObject(data)) return [];
  return [key, ...nullPlace(data[key], rest)];
}
