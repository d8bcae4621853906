import { bounds, type Limits, type Measures } from './limits';

/** The measures of an operation by its request context, which the plugin and the engine both have. */
const measured = new WeakMap<object, Measures>();

export function noteMeasures(context: object, measures: Measures): void {
  measured.set(context, { ...measured.get(context), ...measures });
}

/** Each measured bound with its value and its limit: `{ rows: { value: 300, limit: 25000 } }`. */
export function costOf(context: object, limits: Limits): Record<string, { value: number; limit: number }> {
  const measures = measured.get(context) ?? {};
  return Object.fromEntries(
    bounds.flatMap((bound) => {
      const value = measures[bound];
      return value === undefined ? [] : [[bound, { value, limit: limits[bound] }]];
    }),
  );
}
