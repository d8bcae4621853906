import { type Document } from 'bson';
import { CommandError, notImplemented } from '../errors';
import { compileFilter } from '../query/filter';
import { type Collection } from '../storage/collection';
import { bytesOf, collectionStatistics } from '../storage/collection-statistics';
import { encode } from '../values/codec';
import { requireAtLeast } from '../values/whole-number';
import { cursorReply } from '../wire/cursor-reply';
import { checkCollation, type Command, type CommandDefinition } from './command';

/** Options of `create` that are refused where they are set. */
const CREATE_REFUSED = [
  'capped',
  'timeseries',
  'clusteredIndex',
  'viewOn',
  'pipeline',
  'expireAfterSeconds',
  'encryptedFields',
  'changeStreamPreAndPostImages',
  'validator',
];
const CREATE_FIELDS = [
  ...CREATE_REFUSED,
  'collation',
  'size',
  'max',
  'storageEngine',
  'indexOptionDefaults',
  'validationLevel',
  'validationAction',
  'autoIndexId',
  'idIndex',
];

async function create(command: Command): Promise<Document> {
  for (const option of CREATE_REFUSED)
    if (command.body[option]) throw notImplemented(`create with ${option}`);
  checkCollation(command.body.collation);
  const { collectionName } = command;
  const database = await command.writeDatabase();
  return database.write(() => {
    // To create a collection that exists, with the same options, is no error.
    if (!database.collection(collectionName)) database.createCollection(collectionName);
    return { ok: 1 };
  });
}

async function drop(command: Command): Promise<Document> {
  const { collectionName, namespace } = command;
  const found = await command.readCollection();
  if (!found) return { ok: 1 };
  command.engine.cursors.killNamespace(namespace);
  return found.database.write(() => {
    const collection = found.database.collection(collectionName);
    if (!collection) return { ok: 1 };
    const nIndexesWas = collection.indexes.length;
    found.database.dropCollection(collection);
    return { nIndexesWas, ns: namespace, ok: 1 };
  });
}

async function dropDatabase(command: Command): Promise<Document> {
  const database = await command.readDatabase();
  if (!database || database.collections.length === 0) return { ok: 1 };
  for (const { namespace } of database.collections) command.engine.cursors.killNamespace(namespace);
  await database.write(() =>
    database.collections.forEach((collection) => database.dropCollection(collection)),
  );
  return { dropped: database.name, ok: 1 };
}

async function renameCollection(command: Command): Promise<Document> {
  if (command.databaseName !== 'admin')
    throw new CommandError('Unauthorized', 'renameCollection may only be run against the admin database.');
  const [from, to] = [String(command.body.renameCollection), String(command.body.to)];
  const [databaseName = ''] = from.split('.');
  if (!to.startsWith(`${databaseName}.`)) throw notImplemented('renameCollection to another database');
  const database = await command.engine.directory.find(databaseName);
  const source = database?.collection(from.slice(databaseName.length + 1));
  if (!database || !source)
    throw new CommandError('NamespaceNotFound', `Source collection ${from} does not exist`);
  const name = to.slice(databaseName.length + 1);
  command.engine.cursors.killNamespace(from);
  return database.write(() => {
    const target = database.collection(name);
    if (target && !command.body.dropTarget)
      throw new CommandError('NamespaceExists', 'target namespace exists');
    if (target) database.dropCollection(target);
    database.renameCollection(source, name);
    return { ok: 1 };
  });
}

async function listCollections(command: Command): Promise<Buffer> {
  const database = await command.readDatabase();
  const matches = compileFilter(command.document('filter') ?? {});
  const nameOnly = command.body.nameOnly === true;
  const listed = (database?.collections ?? [])
    .map(describe)
    .filter(matches)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((each) => encode(nameOnly ? { name: each.name as string, type: 'collection' } : each));
  const source = { rows: listed.values(), release: () => undefined };
  const namespace = `${command.databaseName}.$cmd.listCollections`;
  const { documents, id } = command.engine.cursors.open(
    source,
    namespace,
    command.batchSize ?? Infinity,
    false,
  );
  return cursorReply('firstBatch', documents, id, namespace);
}

function describe({ name, uuid }: Collection): Document {
  const idIndex = { v: 2, key: { _id: 1 }, name: '_id_' };
  return { name, type: 'collection', options: {}, info: { readOnly: false, uuid }, idIndex };
}

async function collStats(command: Command): Promise<Document> {
  const found = await command.readCollection();
  const scale = requireAtLeast(1, 'scale', command.number('scale')) ?? 1;
  return { ns: command.namespace, ...collectionStatistics(found?.collection, scale), ok: 1 };
}

async function dbStats(command: Command): Promise<Document> {
  const database = await command.readDatabase();
  const collections = database?.collections ?? [];
  const sum = (of: (collection: Collection) => number): number =>
    collections.reduce((total, each) => total + of(each), 0);
  const dataSize = sum(({ documents }) => bytesOf(documents));
  const indexSize = sum(({ indexes }) => indexes.reduce((total, { table }) => total + bytesOf(table), 0));
  return {
    db: command.databaseName,
    collections: collections.length,
    views: 0,
    objects: sum((each) => each.count()),
    dataSize,
    storageSize: database?.sizeOnDisk ?? 0,
    indexes: sum(({ indexes }) => indexes.length),
    indexSize,
    totalSize: dataSize + indexSize,
    scaleFactor: 1,
    ok: 1,
  };
}

export const collectionCommands: Readonly<Record<string, CommandDefinition>> = {
  create: { fields: CREATE_FIELDS, run: create },
  drop: { fields: [], run: drop },
  dropDatabase: { fields: [], run: dropDatabase },
  renameCollection: { fields: ['to', 'dropTarget'], run: renameCollection },
  listCollections: {
    fields: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
    run: listCollections,
  },
  collStats: { fields: ['scale'], run: collStats },
  dbStats: { fields: ['scale', 'freeStorage'], run: dbStats },
  dbstats: { fields: ['scale', 'freeStorage'], run: dbStats },
};
