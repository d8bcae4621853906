/** The object without its undefined fields, which JSON cannot hold: `{ a: 1, b: undefined }` → `{ a: 1 }`. */
export function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
