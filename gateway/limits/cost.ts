import { bounds, type Limits, type Measures } from './limits';

/** An operation's measures by its context, which the plugin and the executor both have. */
const measured = new WeakMap<object, Measures>();

export function noteMeasures(context: object, measures: Measures): void {
  measured.set(context, { ...measured.get(context), ...measures });
}

/** Each measured bound with its value and its limit, as `extensions.cost` shows them. */
export function costOf(context: object, limits: Limits): Record<string, { value: number; limit: number }> {
  const measures = measured.get(context) ?? {};
  return Object.fromEntries(
    bounds.flatMap((bound) => {
      const value = measures[bound];
      return value === undefined ? [] : [[bound, { value, limit: limits[bound] }]];
    }),
  );
}
