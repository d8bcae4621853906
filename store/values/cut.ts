import { onDemand } from 'bson';

/** Makes a document of some of another's top-level fields, in their order. */
export type Cut = (document: Buffer) => Buffer;

const HEAD = 4;
const END = 1;

/** Keeps the fields named. What is left out is passed over and not decoded, which is most of what reading costs. */
export function keepFields(names: Iterable<string>): Cut {
  const wanted = [...names].map((name) => Buffer.from(name));
  return (document) => cut(document, (at, length) => isAmong(wanted, document, at, length));
}

/** Leaves out the fields named. */
export function dropFields(names: Iterable<string>): Cut {
  const unwanted = [...names].map((name) => Buffer.from(name));
  return (document) => cut(document, (at, length) => !isAmong(unwanted, document, at, length));
}

function cut(document: Buffer, isKept: (nameAt: number, nameLength: number) => boolean): Buffer {
  const kept: [start: number, end: number][] = [];
  let size = HEAD + END;
  for (const [, nameAt, nameLength, valueAt, valueLength] of onDemand.parseToElements(document)) {
    if (!isKept(nameAt, nameLength)) continue;
    const [start, end] = [nameAt - 1, valueAt + valueLength];
    kept.push([start, end]);
    size += end - start;
  }
  if (size === document.length) return document;
  const result = Buffer.allocUnsafe(size);
  let at = result.writeInt32LE(size);
  for (const [start, end] of kept) at += document.copy(result, at, start, end);
  result[at] = 0;
  return result;
}

function isAmong(names: readonly Buffer[], document: Buffer, at: number, length: number): boolean {
  return names.some((name) => name.length === length && name.every((byte, i) => document[at + i] === byte));
}
