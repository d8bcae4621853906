import type { FetchDataRewrite } from '@apollo/query-planner';
import { isObject } from '../tree/run';

type IsOfType = (typename: string, condition: string) => boolean;

const fragmentPrefix = '... on ';

/** Applies the planner's changes to what a fetch sends or brings, such as the name of an interface object's type. */
export function applyRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  value: unknown,
  isOfType: IsOfType,
): void {
  for (const rewrite of rewrites ?? []) {
    const last = rewrite.path.at(-1);
    if (last !== undefined)
      applyAt(value, rewrite.path.slice(0, -1), isOfType, (object) => change(object, last, rewrite));
  }
}

function change(object: Record<string, unknown>, field: string, rewrite: FetchDataRewrite): void {
  if (rewrite.kind === 'ValueSetter') object[field] = rewrite.setValueTo as unknown;
  else if (object[field] !== undefined) {
    object[rewrite.renameKeyTo] = object[field];
    delete object[field];
  }
}

function applyAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  isOfType: IsOfType,
  apply: (object: Record<string, unknown>) => void,
): void {
  if (Array.isArray(value))
    return value.forEach((each) => applyAt(each, step === undefined ? [] : [step, ...rest], isOfType, apply));
  if (!isObject(value)) return;
  if (step === undefined) return apply(value);
  if (!step.startsWith(fragmentPrefix)) return applyAt(value[step], rest, isOfType, apply);
  const { __typename: typename } = value;
  if (typeof typename !== 'string' || isOfType(typename, step.slice(fragmentPrefix.length)))
    applyAt(value, rest, isOfType, apply);
}
