import { type Options } from 'mingo/types';
import { Query } from 'mingo/query';
import { compareWith } from '../values/collation';
import { isEqualValue } from '../values/compare';
import { MISSING, someValueAt, valuesAt } from '../values/paths';
import { Tag, isDocument, tagOf, typeAlias, typeName } from '../values/types';

type Predicate = (document: unknown) => boolean;
type Test = (value: unknown) => boolean;
type Operator = (path: string, operand: unknown, options: Options) => Predicate;

/** True where the test holds for a value at the path or for an element of an array there. */
function some(path: string, test: Test): Predicate {
  const parts = path.split('.');
  const present: Test = (value) => value !== MISSING && test(value);
  return (document) => someValueAt(document, parts, present);
}

const isNothing: Test = (value) => value === null || value === undefined || value === MISSING;

function equals(path: string, operand: unknown, { collation }: Options): Predicate {
  const compare = compareWith(collation);
  if (operand === null || operand === undefined) {
    const parts = path.split('.');
    return (document) => someValueAt(document, parts, isNothing);
  }
  return some(path, (value) => compare(value, operand) === 0);
}

/** Orders are compared within one type only, except against MinKey and MaxKey; NaN equals only itself. */
function ordered(judge: (order: number) => boolean): Operator {
  return (path, operand, options) => {
    const compare = compareWith(options.collation);
    if (operand === null || operand === undefined)
      return judge(0) ? equals(path, null, options) : () => false;
    const tag = tagOf(operand);
    if (tag === Tag.minKey || tag === Tag.maxKey)
      return some(path, (value) => judge(compare(value, operand)));
    return some(path, (value) => {
      if (tagOf(value) !== tag) return false;
      const order = compare(value, operand);
      return judge(order) && (order === 0 || (!isNaNValue(value) && !isNaNValue(operand)));
    });
  };
}

function isNaNValue(value: unknown): boolean {
  return tagOf(value) === Tag.number && Number.isNaN(Number(value));
}

const isIn: Operator = (path, operand, options) => {
  const compare = compareWith(options.collation);
  const items = operand as unknown[];
  const patterns = items.filter((item) => item instanceof RegExp);
  // Without a collation texts are equal when they are identical: one look for all of them, not one comparison each.
  const texts = new Set(items.filter((item) => typeof item === 'string' && !options.collation));
  const others = items.filter((item) => !(item instanceof RegExp) && !isNothing(item) && !texts.has(item));
  const matches = some(
    path,
    (value) =>
      texts.has(value) ||
      others.some((item) => compare(value, item) === 0) ||
      (typeof value === 'string' && patterns.some((pattern) => testPattern(pattern, value))),
  );
  if (!items.some(isNothing)) return matches;
  const isNull = equals(path, null, options);
  return (document) => isNull(document) || matches(document);
};

function testPattern(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

const regex: Operator = (path, operand) =>
  some(path, (value) =>
    typeof value === 'string'
      ? testPattern(operand as RegExp, value)
      : value instanceof RegExp && isEqualValue(value, operand),
  );

function negate(operator: Operator): Operator {
  return (path, operand, options) => {
    const predicate = operator(path, operand, options);
    return (document) => !predicate(document);
  };
}

const elemMatch: Operator = (path, operand, options) => {
  const test = elementTest(operand as Record<string, unknown>, options);
  return (document) => valuesAt(document, path).some((value) => Array.isArray(value) && value.some(test));
};

const LOGICAL = new Set(['$and', '$or', '$nor', '$expr']);

function elementTest(criteria: Record<string, unknown>, options: Options): Test {
  const keys = Object.keys(criteria);
  if (keys.length > 0 && keys.every((key) => key.startsWith('$') && !LOGICAL.has(key))) {
    // By its position an element is compared whole: `{ $elemMatch: { $gte: 1 } }` does not match `[[1]]`.
    const query = new Query({ 'elements.0': criteria }, options);
    return (element) => query.test({ elements: [element] });
  }
  const query = new Query(criteria, options);
  // To MongoDB an array is a document as well, whose fields are the positions.
  return (element) =>
    isDocument(element) ? query.test(element) : Array.isArray(element) && query.test({ ...element });
}

const all: Operator = (path, operand, options) => {
  const predicates = (operand as unknown[]).map((item) => {
    if (isDocument(item) && '$elemMatch' in item) return elemMatch(path, item.$elemMatch, options);
    return item instanceof RegExp ? regex(path, item, options) : equals(path, item, options);
  });
  return (document) => predicates.length > 0 && predicates.every((predicate) => predicate(document));
};

const exists: Operator = (path, operand) => {
  const wanted = Boolean(Number(operand ?? 0)) || operand === true;
  const isThere = some(path, () => true);
  return (document) => isThere(document) === wanted;
};

const type: Operator = (path, operand) => {
  const wanted = new Set((Array.isArray(operand) ? operand : [operand]).map(typeAlias));
  const hasType: Test = (value) =>
    wanted.has(typeName(value)) || (wanted.has('number') && tagOf(value) === Tag.number);
  return some(path, hasType);
};

const size: Operator = (path, operand) => (document) =>
  valuesAt(document, path).some((value) => Array.isArray(value) && value.length === Number(operand));

const mod: Operator = (path, operand) => {
  const [divisor, remainder] = (operand as unknown[]).map((item) => Math.trunc(Number(item)));
  return some(
    path,
    (value) => tagOf(value) === Tag.number && Math.trunc(Number(value)) % (divisor ?? NaN) === remainder,
  );
};

/** The query operators that compare, in BSON's order and with MongoDB's rules for arrays and null. */
export const matchOperators = {
  $eq: equals,
  $ne: negate(equals),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $in: isIn,
  $nin: negate(isIn),
  $regex: regex,
  $elemMatch: elemMatch,
  $all: all,
  $exists: exists,
  $type: type,
  $size: size,
  $mod: mod,
};
