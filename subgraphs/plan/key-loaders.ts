import DataLoader from 'dataloader';

/** Finds all documents that have any of the keys, in any order. */
type Find<K, T> = (keys: readonly K[]) => Promise<T[]>;

/** Loads the first document found by a key; null when there is none. */
export function oneByKey<K, T>(
  find: Find<K, T>,
  keysOf: (document: T) => readonly K[],
): DataLoader<K, T | null> {
  return new DataLoader(async (keys) => {
    const byKey = groupByKeys(await find(keys), keysOf);
    return keys.map((key) => byKey.get(key)?.[0] ?? null);
  });
}

/** Loads all documents found by a key, in the order in which they were found. */
export function manyByKey<K, T>(find: Find<K, T>, keysOf: (document: T) => readonly K[]): DataLoader<K, T[]> {
  return new DataLoader(async (keys) => {
    const byKey = groupByKeys(await find(keys), keysOf);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}

/** A document with several keys is in the group of each. */
function groupByKeys<K, T>(documents: readonly T[], keysOf: (document: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const document of documents) {
    for (const key of keysOf(document)) appendTo(groups, key, document);
  }
  return groups;
}

function appendTo<K, T>(groups: Map<K, T[]>, key: K, document: T): void {
  const group = groups.get(key);
  if (group) group.push(document);
  else groups.set(key, [document]);
}
