import { type CommandStartedEvent, type Document, type MongoClient } from 'mongodb';

export interface ShapeRecording {
  /** The shapes of the commands sent so far, sorted: `find`, `find.sort`, `find $gt`. */
  readonly shapes: readonly string[];
  stop(): void;
}

/** Commands that the driver sends by itself or only tests send. */
const UNRECORDED = new Set([
  'endSessions',
  'hello',
  'ismaster',
  'ping',
  'killCursors',
  'buildInfo',
  'explain',
]);
/** Fields of every command. */
const COMMON = new Set([
  'lsid',
  '$db',
  '$clusterTime',
  '$readPreference',
  'txnNumber',
  'readConcern',
  'writeConcern',
  'comment',
  'maxTimeMS',
]);

/** Records the shapes of the commands that a client sends. The client needs `monitorCommands: true`. */
export function recordShapes(client: MongoClient): ShapeRecording {
  const shapes = new Set<string>();
  const record = ({ commandName, command }: CommandStartedEvent): void => {
    if (!UNRECORDED.has(commandName)) for (const shape of shapesOf(commandName, command)) shapes.add(shape);
  };
  client.on('commandStarted', record);
  return {
    get shapes() {
      return [...shapes].sort();
    },
    stop: () => void client.off('commandStarted', record),
  };
}

/** A command's shapes: its name, each of its fields, and each operator or stage anywhere in it, as `find.sort` and `find $gt`. */
export function shapesOf(name: string, command: Document): string[] {
  const fields = Object.keys(command).filter((field) => field !== name && !COMMON.has(field));
  return [
    name,
    ...fields.map((field) => `${name}.${field}`),
    ...operatorsIn(command, fields).map((operator) => `${name} ${operator}`),
  ];
}

function operatorsIn(command: Document, fields: readonly string[]): string[] {
  const found = new Set<string>();
  for (const field of fields) walk(command[field], found);
  return [...found];
}

function walk(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) return value.forEach((item) => walk(item, found));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return;
  for (const [key, item] of Object.entries(value)) {
    if (/^\$[a-z]/i.test(key)) found.add(key);
    // Documents to insert are data, whatever their fields are called.
    if (key !== 'documents') walk(item, found);
  }
}
