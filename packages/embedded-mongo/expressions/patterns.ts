import { BSONRegExp, type Document } from 'bson';
import { CommandError } from '../errors';
import { typeName } from '../values/types';
import { named } from './arguments';
import { requireText } from './strings';
import { isNullish } from './truth';
import { type Operator, type Operators } from './types';

const FLAGS = /^[imsu]*$/;

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

function patternOf(name: string, regex: unknown, options: unknown): Pattern {
  const given = isNullish(options) ? undefined : requireText(name, options, 'Location51106');
  if (typeof regex === 'string') return { source: regex, flags: given ?? '' };
  const own = partsOf(name, regex);
  if (own.flags !== '' && given !== undefined)
    throw new CommandError(
      'Location51107',
      `${name}: found regex option(s) specified in both 'regex' and 'option' fields`,
    );
  return { source: own.source, flags: given ?? own.flags };
}

function partsOf(name: string, regex: unknown): Pattern {
  if (regex instanceof BSONRegExp) return { source: regex.pattern, flags: regex.options };
  if (regex instanceof RegExp) return { source: regex.source, flags: regex.flags };
  throw new CommandError(
    'Location51105',
    `${name} needs 'regex' to be of type string or regex, not ${typeName(regex)}`,
  );
}

/** Patterns are JavaScript's, with Unicode; of PCRE's flags those that JavaScript has too. */
function compilePattern(name: string, { source, flags }: Pattern): RegExp {
  if (!FLAGS.test(flags))
    throw new CommandError('Location51108', `${name}: invalid flag in regex options: ${flags}`);
  try {
    return new RegExp(source, `g${[...new Set(flags)].filter((flag) => flag !== 'u').join('')}u`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError('Location51111', `Invalid Regex in ${name}: ${reason}`);
  }
}

/** The match with its position in characters and its groups, null for a group that took no part. */
function describe(match: RegExpExecArray): Document {
  const [text = '', ...groups] = match;
  const before = match.input.slice(0, match.index);
  return {
    match: text,
    idx: [...before].length,
    captures: groups.map((group: string | undefined) => group ?? null),
  };
}

const matching = (name: string, answer: (matches: IterableIterator<RegExpExecArray>) => unknown): Operator =>
  named(name, { required: ['input', 'regex'], optional: ['options'] }, ({ input, regex, options }) => {
    if (isNullish(input) || isNullish(regex)) return answer([].values());
    const text = requireText(name, input, 'Location51104');
    return answer(text.matchAll(compilePattern(name, patternOf(name, regex, options))));
  });

const first = (matches: IterableIterator<RegExpExecArray>): RegExpExecArray | undefined => {
  const next = matches.next();
  return next.done ? undefined : next.value;
};

export const patterns: Operators = {
  $regexMatch: matching('$regexMatch', (matches) => first(matches) !== undefined),
  $regexFind: matching('$regexFind', (matches) => {
    const found = first(matches);
    return found ? describe(found) : null;
  }),
  $regexFindAll: matching('$regexFindAll', (matches) => [...matches].map(describe)),
};
