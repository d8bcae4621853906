import { isPlainText, longestList, longestPage, longestSortKey, longestString, longestText } from './bounds';
import { codedError } from '../../schema/errors';
import type {
  NumberRange,
  Order,
  Page,
  ParentConditions,
  ResultConditions,
  ResultSelector,
  SearchSelector,
  TargetConditions,
  TargetSelector,
} from './selector';

/**
 * Compares a decoded value with the type that it should have.
 * @param path names the value in the error: `selector.conditions.units.0`
 * @throws SCHEMA_MISMATCH that names the path of a value that does not fit
 */
export type Check = (value: unknown, path: string) => void;

const checkThat = (expected: string, isExpected: (value: unknown) => boolean): Check => {
  return (given, path) => {
    if (isExpected(given)) return;
    const shown = String(JSON.stringify(given)).slice(0, 80);
    throw codedError('SCHEMA_MISMATCH', `${path} must be ${expected}, but got: ${shown}.`);
  };
};

const text = (most: number): Check =>
  checkThat(
    `text of at most ${most} characters`,
    (given) => typeof given === 'string' && given.length <= most && isPlainText(given),
  );

const wholeNumber = checkThat('a whole number', (given) => Number.isSafeInteger(given));
const finiteNumber = checkThat('a finite number', (given) => Number.isFinite(given));
const flag = checkThat('true or false', (given) => typeof given === 'boolean');
const oneOf = (...names: readonly string[]): Check =>
  checkThat(`one of ${names.join(', ')}`, (given) => names.includes(given as string));
const sortKey = checkThat(
  `a sort key of at most ${longestSortKey} bytes`,
  (given) => typeof given === 'string' && Buffer.byteLength(given) <= longestSortKey,
);
const instant = checkThat(
  'an instant such as 2023-02-27T08:00:00.000Z',
  (given) => typeof given === 'string' && isInstant(given),
);
const pageLength = checkThat(
  `a whole number from 0 to ${longestPage}`,
  (given) => Number.isInteger(given) && Number(given) >= 0 && Number(given) <= longestPage,
);

function listOf(element: Check): Check {
  const list = checkThat(
    `a list of at most ${longestList} elements`,
    (given) => Array.isArray(given) && given.length <= longestList,
  );
  return (given, path) => {
    list(given, path);
    (given as unknown[]).forEach((each, at) => element(each, `${path}.${at}`));
  };
}

type Checks<T> = { readonly [K in keyof T]-?: Check };

/** An object of these fields and no others, of which the required ones are there. */
function fieldsOf<T extends object>(checks: Checks<T>, required: readonly (keyof T & string)[] = []): Check {
  const object = checkThat(
    'an object',
    (given) => typeof given === 'object' && given !== null && !Array.isArray(given),
  );
  const known = new Map<string, Check>(Object.entries(checks));
  return (given, path) => {
    object(given, path);
    const missing = required.find((name) => !Object.hasOwn(given as object, name));
    if (missing !== undefined)
      throw codedError('SCHEMA_MISMATCH', `${path} must have ${missing}, but has not.`);
    for (const [name, each] of Object.entries(given as object)) {
      const check = known.get(name);
      if (!check) throw codedError('SCHEMA_MISMATCH', `${path} must not have ${name.slice(0, 80)}.`);
      check(each, `${path}.${name}`);
    }
  };
}

const order = fieldsOf<Order>(
  { field: oneOf('PLAN', 'VALUE', 'TITLE', 'UPDATED'), direction: oneOf('ASC', 'DESC') },
  ['field', 'direction'],
);

const page = fieldsOf<Page>(
  { take: pageLength, from: oneOf('START', 'END'), after: sortKey, before: sortKey, asOf: instant },
  ['take', 'from'],
);

/** The conditions of both kinds of lists. */
const sharedConditions = {
  departments: listOf(text(longestString)),
  scopes: listOf(listOf(text(longestString + '#EVERY_TOWN'.length))),
  units: listOf(text(longestString)),
  value: fieldsOf<NumberRange>({ min: finiteNumber, max: finiteNumber }),
  text: text(longestText),
  year: listOf(wholeNumber),
};

const targetConditions = fieldsOf<TargetConditions>({
  ...sharedConditions,
  chapters: listOf(wholeNumber),
  items: listOf(wholeNumber),
  kinds: listOf(text(longestString)),
  status: listOf(text(longestString)),
  comparison: listOf(text(longestString)),
  hasBaseline: flag,
});

const resultConditions = fieldsOf<ResultConditions>({
  ...sharedConditions,
  cumulative: flag,
  hasYearOnYear: flag,
});

const parentConditions = fieldsOf<ParentConditions>({
  chapters: listOf(wholeNumber),
  departments: listOf(text(longestString)),
});

export const checkTargetSelector = fieldsOf<TargetSelector>(
  { conditions: targetConditions, within: parentConditions, order, page },
  ['conditions', 'order', 'page'],
);

export const checkResultSelector = fieldsOf<ResultSelector>({ conditions: resultConditions, order, page }, [
  'conditions',
  'order',
  'page',
]);

export const checkSearchSelector = fieldsOf<SearchSelector>({ terms: listOf(text(longestText)), page }, [
  'terms',
  'page',
]);

function isInstant(given: string): boolean {
  const time = Date.parse(given);
  return !Number.isNaN(time) && new Date(time).toISOString() === given;
}
