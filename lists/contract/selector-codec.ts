import { codedError } from '../../schema/errors';
import type { AnySelector, ResultSelector, SearchSelector, TargetSelector } from './selector';
import { checkResultSelector, checkSearchSelector, checkTargetSelector, type Check } from './selector-check';

/** In characters: room for several conditions of 200 values of 200 characters each. */
const longestSelector = 200_000;

export function encodeSelector(selector: AnySelector): string {
  return JSON.stringify(selector);
}

/** @throws SCHEMA_MISMATCH */
export const decodeTargetSelector = (text: unknown): TargetSelector =>
  decodeSelector<TargetSelector>(text, checkTargetSelector);

/** @throws SCHEMA_MISMATCH */
export const decodeResultSelector = (text: unknown): ResultSelector =>
  decodeSelector<ResultSelector>(text, checkResultSelector);

/** @throws SCHEMA_MISMATCH */
export const decodeSearchSelector = (text: unknown): SearchSelector =>
  decodeSelector<SearchSelector>(text, checkSearchSelector);

/**
 * Only the plan office writes selectors. One that does not fit was forged by a caller, or comes from a plan office of
 * another version than the department's.
 */
function decodeSelector<S>(text: unknown, check: Check): S {
  const selector = typeof text === 'string' && text.length <= longestSelector ? parse(text) : undefined;
  if (selector === undefined) {
    const shown = String(typeof text === 'string' ? text : JSON.stringify(text)).slice(0, 80);
    throw codedError(
      'SCHEMA_MISMATCH',
      `A selector must be JSON of at most ${longestSelector} characters, but got: ${shown}.`,
    );
  }
  check(selector, 'selector');
  return selector as S;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
