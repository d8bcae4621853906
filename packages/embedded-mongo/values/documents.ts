import { type Document } from 'bson';

/** Sets a field in place, and defines it where an assignment would be none: a field named `__proto__`. */
export function setField(document: Document, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(document, name, { value, enumerable: true, configurable: true, writable: true });
  else document[name] = value;
}
