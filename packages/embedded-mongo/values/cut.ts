import { onDemand } from 'bson';

/** Makes a document of some of another's top-level fields, in their order. */
export type Cut = (document: Buffer) => Buffer;

const HEAD = 4;
const END = 1;

/** Keeps the fields named. The others are passed over and not decoded. */
export function keepFields(names: Iterable<string>): Cut {
  const wanted = toBytes(names);
  return (document) => cut(document, wanted, true);
}

/** Leaves out the fields named. */
export function dropFields(names: Iterable<string>): Cut {
  const unwanted = toBytes(names);
  return (document) => cut(document, unwanted, false);
}

const toBytes = (names: Iterable<string>): Buffer[] => [...names].map((name) => Buffer.from(name));

function cut(document: Buffer, names: readonly Buffer[], areKept: boolean): Buffer {
  const bounds: number[] = [];
  let size = HEAD + END;
  for (const [, nameAt, nameLength, valueAt, valueLength] of onDemand.parseToElements(document)) {
    if (isAmong(names, document, nameAt, nameLength) !== areKept) continue;
    const [start, end] = [nameAt - 1, valueAt + valueLength];
    bounds.push(start, end);
    size += end - start;
  }
  if (size === document.length) return document;
  const result = Buffer.allocUnsafe(size);
  let at = result.writeInt32LE(size);
  for (let i = 0; i < bounds.length; i += 2) at += document.copy(result, at, bounds[i], bounds[i + 1]);
  result[at] = 0;
  return result;
}

/** Whether one of the names is at a place in the document. Most differ in their length already. */
function isAmong(names: readonly Buffer[], document: Buffer, at: number, length: number): boolean {
  for (const name of names) if (name.length === length && isAt(name, document, at)) return true;
  return false;
}

function isAt(name: Buffer, document: Buffer, at: number): boolean {
  for (let i = 0; i < name.length; i++) if (document[at + i] !== name[i]) return false;
  return true;
}
