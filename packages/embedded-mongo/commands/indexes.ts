import { type Document } from 'bson';
import { badValue, CommandError } from '../errors';
import { checkFilter } from '../query/check-filter';
import { isSameKey, isSameOptions, parseIndexSpec, type IndexSpec } from '../storage/index-spec';
import { type Collection } from '../storage/collection';
import { type IndexTable } from '../storage/index-table';
import { decodePlain, encode } from '../values/codec';
import { isDocument } from '../values/types';
import { cursorReply } from '../wire/cursor-reply';
import { type Command, type CommandDefinition } from './command';

async function createIndexes(command: Command): Promise<Document> {
  const specs = command.rawDocuments('indexes').map((raw) => parseIndexSpec(decodePlain(raw)));
  if (specs.length === 0) throw new CommandError('BadValue', 'Must specify at least one index to create');
  specs.forEach(checkSpec);
  const name = command.collectionName;
  const database = await command.writeDatabase();
  return database.write(() => {
    const created = !database.collection(name);
    const collection = database.ensureCollection(name);
    const numIndexesBefore = collection.indexes.length;
    const wanted = specs.filter((spec) => isWanted(collection, spec));
    for (const spec of wanted) database.createIndex(collection, spec);
    const numIndexesAfter = collection.indexes.length;
    const note = wanted.length === 0 ? { note: 'all indexes already exist' } : {};
    return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically: created, ...note, ok: 1 };
  });
}

function checkSpec({ key, hidden, partialFilterExpression }: IndexSpec): void {
  if (partialFilterExpression) checkFilter(partialFilterExpression);
  if (hidden && isIdKey(key)) throw badValue("can't hide _id index");
}

function isIdKey(key: IndexSpec['key']): boolean {
  return JSON.stringify(key) === '{"_id":1}';
}

/** False when the index is there already; throws when another stands in its way. */
function isWanted(collection: Collection, spec: IndexSpec): boolean {
  if (isIdKey(spec.key)) return false;
  for (const { spec: other } of collection.indexes) {
    const [sameName, sameKey] = [other.name === spec.name, isSameKey(other, spec)];
    if (sameName && sameKey && isSameOptions(other, spec)) return false;
    if (sameName) {
      const message = `An existing index has the same name as the requested index. Requested index: ${JSON.stringify(spec)}, existing index: ${JSON.stringify(other)}`;
      throw new CommandError('IndexKeySpecsConflict', message);
    }
    if (sameKey && isSameOptions(other, spec)) {
      throw new CommandError(
        'IndexOptionsConflict',
        `Index already exists with a different name: ${other.name}`,
      );
    }
    if (
      sameKey &&
      JSON.stringify(other.partialFilterExpression) === JSON.stringify(spec.partialFilterExpression)
    ) {
      const message = `An equivalent index already exists with a different name and options. Requested index: ${JSON.stringify(spec)}, existing index: ${JSON.stringify(other)}`;
      throw new CommandError('IndexOptionsConflict', message);
    }
  }
  return true;
}

async function listIndexes(command: Command): Promise<Buffer> {
  const { namespace } = command;
  const found = await command.readCollection();
  if (!found) throw new CommandError('NamespaceNotFound', `ns does not exist: ${namespace}`);
  const listed = found.collection.indexes.map(({ spec: { name, key, ...options } }) =>
    encode({ v: 2, key, name, ...options }),
  );
  const source = { rows: listed.values(), release: () => undefined };
  const { documents, id } = command.engine.cursors.open(
    source,
    namespace,
    command.batchSize ?? Infinity,
    false,
  );
  return cursorReply('firstBatch', documents, id, namespace);
}

async function dropIndexes(command: Command): Promise<Document> {
  const { namespace, body } = command;
  const found = await command.readCollection();
  if (!found) throw new CommandError('NamespaceNotFound', `ns not found ${namespace}`);
  const { collection, database } = found;
  const nIndexesWas = collection.indexes.length;
  const dropped = indexesToDrop(collection, body.index);
  command.engine.cursors.killNamespace(namespace);
  await database.write(() => dropped.forEach((index) => database.dropIndex(collection, index)));
  const msg = body.index === '*' ? { msg: 'non-_id indexes dropped for collection' } : {};
  return { nIndexesWas, ...msg, ok: 1 };
}

function indexesToDrop(collection: Collection, wanted: unknown): IndexTable[] {
  if (wanted === '*') return collection.indexes.slice(1);
  const selectors = Array.isArray(wanted) ? (wanted as unknown[]) : [wanted];
  return selectors.map((selector) => {
    const index = collection.indexes.find(({ spec }) =>
      isDocument(selector)
        ? JSON.stringify(Object.entries(selector)) === JSON.stringify(Object.entries(spec.key))
        : spec.name === selector,
    );
    if (!index) {
      const message = isDocument(selector)
        ? `can't find index with key: ${JSON.stringify(selector)}`
        : `index not found with name [${String(selector)}]`;
      throw new CommandError('IndexNotFound', message);
    }
    if (index === collection.idIndex) throw new CommandError('InvalidOptions', 'cannot drop _id index');
    return index;
  });
}

export const indexCommands: Readonly<Record<string, CommandDefinition>> = {
  createIndexes: { fields: ['indexes', 'commitQuorum'], run: createIndexes },
  listIndexes: { fields: ['cursor', 'includeIndexBuildInfo'], run: listIndexes },
  dropIndexes: { fields: ['index'], run: dropIndexes },
  deleteIndexes: { fields: ['index'], run: dropIndexes },
};
