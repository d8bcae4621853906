import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError, notImplemented } from '../errors';
import { compileExpression } from '../expressions/compile';
import { defaultOptions, mingoOptions } from '../query/mingo-context';
import { type CursorRegistry } from '../cursors';
import { type Collection } from '../storage/collection';
import { type Database } from '../storage/database';
import { type DataDirectory } from '../storage/directory';
import { decodePlain, decodeRawArray, decodeTyped } from '../values/codec';
import { isDocument, typeName } from '../values/types';
import { requireAtLeast, wholeNumber } from '../values/whole-number';
import { type IncomingMessage } from '../wire/message';
import {
  checkApiVersion,
  checkReadConcern,
  checkWriteConcern,
  missingField,
  requireBoolean,
  wrongType,
} from './generic-fields';

/** The state of the server that commands work on. */
export interface Engine {
  readonly directory: DataDirectory;
  readonly cursors: CursorRegistry;
  readonly startedAt: Date;
}

export interface CommandDefinition {
  /** The command's own fields; `COMMON_FIELDS` are every command's. */
  readonly fields: readonly string[];
  run(command: Command): Promise<Document | Buffer>;
}

/** In bytes. */
const LONGEST_NAMESPACE = 255;

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const COMMON_FIELDS = new Set([
  '$db', 'lsid', '$clusterTime', '$readPreference', 'readConcern', 'writeConcern', 'comment', 'maxTimeMS',
  'apiVersion', 'apiStrict', 'apiDeprecationErrors', 'txnNumber', 'autocommit', 'startTransaction', '$audit', '$client',
]); // prettier-ignore

/** One command of a client, with readers for its fields. */
export class Command {
  readonly name: string;
  readonly body: Document;

  constructor(
    private readonly message: IncomingMessage,
    readonly engine: Engine,
    readonly connectionId: number,
  ) {
    this.body = decodePlain(message.body);
    this.name = Object.keys(this.body)[0] ?? '';
  }

  get databaseName(): string {
    return typeof this.body.$db === 'string' ? this.body.$db : 'admin';
  }

  /** The collection that the command names. */
  get collectionName(): string {
    const name: unknown = this.body[this.name];
    if (typeof name !== 'string')
      throw new CommandError('InvalidNamespace', `collection name has invalid type ${typeName(name)}`);
    checkCollectionName(name, `${this.databaseName}.${name}`);
    return name;
  }

  get namespace(): string {
    return `${this.databaseName}.${this.collectionName}`;
  }

  /** The command with its numbers' types. */
  get typed(): Document {
    return decodeTyped(this.message.body);
  }

  /** Documents of an array field as bytes, whether they came in the command or beside it. */
  rawDocuments(field: string): readonly Buffer[] {
    const sequence = this.message.sequences.get(field);
    if (!sequence && this.body[field] === undefined) throw missingField(`${this.name}.${field}`);
    return sequence ?? decodeRawArray(this.message.body, field);
  }

  /** A standalone MongoDB keeps no log that a transaction could be rolled back by. */
  refuseTransaction(): void {
    if (!('txnNumber' in this.body) && !('startTransaction' in this.body)) return;
    throw new CommandError(
      'IllegalOperation',
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  }

  checkFields(known: readonly string[]): void {
    for (const field of [...Object.keys(this.body).slice(1), ...this.message.sequences.keys()]) {
      if (COMMON_FIELDS.has(field) || known.includes(field)) continue;
      throw new CommandError('Location40415', `BSON field '${this.name}.${field}' is an unknown field.`);
    }
    checkApiVersion(this.body.apiVersion);
    checkReadConcern(this.body.readConcern);
    checkWriteConcern(this.body.writeConcern);
  }

  document(field: string): Document | undefined {
    const value: unknown = this.body[field];
    if (value === undefined || value === null) return undefined;
    if (isDocument(value)) return value;
    throw wrongType(`${this.name}.${field}`, value, 'object');
  }

  /** The same with the types of its numbers. */
  typedDocument(field: string): Document | undefined {
    return this.document(field) && (this.typed[field] as Document);
  }

  /** A number of any type, cut to a whole one as MongoDB does: 2.9 → 2, NaN → 0. */
  number(field: string): number | undefined {
    return wholeNumber(`${this.name}.${field}`, this.body[field]);
  }

  count(field: string): number | undefined {
    return requireAtLeast(0, field, this.number(field));
  }

  /** Whether a failed write stops the writes after it. */
  get isOrdered(): boolean {
    return requireBoolean(`${this.name}.ordered`, this.body.ordered, true);
  }

  /** How many rows the first batch may have. */
  get batchSize(): number | undefined {
    const size: unknown = this.document('cursor')?.batchSize;
    return requireAtLeast(0, 'batchSize', wholeNumber(`${this.name}.cursor.batchSize`, size));
  }

  /** Options for expressions, with the command's `let`. */
  get options(): Options {
    if (!this.document('let')) return defaultOptions();
    const variables = compileExpression(this.typed.let)({ NOW: new Date() });
    return mingoOptions(variables as Document);
  }

  /** The database for reading; undefined when there is none. */
  async readDatabase(): Promise<Database | undefined> {
    const database = await this.engine.directory.find(this.databaseName);
    await database?.catalogCommitted();
    return database;
  }

  writeDatabase(): Promise<Database> {
    return this.engine.directory.open(this.databaseName);
  }

  async readCollection(): Promise<{ database: Database; collection: Collection } | undefined> {
    const name = this.collectionName;
    const database = await this.readDatabase();
    const collection = database?.collection(name);
    return database && collection && { database, collection };
  }
}

export function checkCollectionName(name: string, namespace: string): void {
  if (
    name === '' ||
    name.includes('\0') ||
    name.startsWith('.') ||
    name.endsWith('.') ||
    name.includes('$')
  ) {
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${namespace}'`);
  }
  const length = Buffer.byteLength(namespace);
  if (length > LONGEST_NAMESPACE)
    throw new CommandError(
      'InvalidNamespace',
      `Fully qualified namespace is too long: ${length} bytes. Max: ${LONGEST_NAMESPACE}`,
    );
  if (name.startsWith('system.'))
    throw new CommandError('InvalidNamespace', `cannot use the system collection '${namespace}'`);
}

/** @throws for any collation but BSON's own order, the one order in which collections and indexes are kept */
export function checkCollation(collation: unknown): void {
  if (collation === undefined || collation === null) return;
  if (isDocument(collation) && collation.locale === 'simple') return;
  throw notImplemented('A collation other than {locale: "simple"}');
}
