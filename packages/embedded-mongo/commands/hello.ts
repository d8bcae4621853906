import { hostname } from 'node:os';
import { type Document } from 'bson';
import { SYSTEM_DATABASES } from '../storage/directory';
import { CommandError } from '../errors';
import { MAX_MESSAGE_BYTES } from '../wire/connection';
import { MAX_DOCUMENT_BYTES, type Command, type CommandDefinition } from './command';

/** The release whose commands the store answers, and its wire version. A standalone: the driver sends it no transaction numbers. */
const VERSION = '8.0.0';
const WIRE_VERSION = 25;

async function hello(command: Command): Promise<Document> {
  return {
    isWritablePrimary: true,
    ...(command.name === 'hello' ? {} : { ismaster: true }),
    helloOk: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: command.connectionId,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
    ok: 1,
  };
}

async function buildInfo(): Promise<Document> {
  return {
    version: VERSION,
    gitVersion: 'embedded',
    modules: ['embedded'],
    sysInfo: 'embedded store',
    versionArray: [8, 0, 0, 0],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    storageEngines: ['lmdb'],
    ok: 1,
  };
}

async function hostInfo(): Promise<Document> {
  return {
    system: { currentTime: new Date(), hostname: hostname(), cpuAddrSize: 64 },
    os: { type: process.platform },
    extra: {},
    ok: 1,
  };
}

async function connectionStatus(): Promise<Document> {
  return { authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 };
}

async function getLog(): Promise<Document> {
  const notice =
    'This is an embedded store for one machine, for trying out and for tests. It has no access control.';
  return {
    totalLinesWritten: 1,
    log: [JSON.stringify({ t: { $date: new Date().toISOString() }, s: 'W', msg: notice })],
    ok: 1,
  };
}

async function serverStatus({ engine }: Command): Promise<Document> {
  const uptime = (Date.now() - engine.startedAt.getTime()) / 1000;
  return {
    host: hostname(),
    version: VERSION,
    process: 'embedded store',
    pid: process.pid,
    uptime,
    localTime: new Date(),
    metrics: { cursor: { open: { total: engine.cursors.count } } },
    storageEngine: { name: 'lmdb' },
    ok: 1,
  };
}

async function getParameter(command: Command): Promise<Document> {
  if ('featureCompatibilityVersion' in command.body)
    return { featureCompatibilityVersion: { version: '8.0' }, ok: 1 };
  throw new CommandError('InvalidOptions', 'no option found to get');
}

async function listDatabases(command: Command): Promise<Document> {
  const found = await command.engine.directory.list();
  const databases = found
    .filter(({ name }) => !SYSTEM_DATABASES.has(name))
    .map((each) => ({ ...each, empty: false }));
  if (command.body.nameOnly) return { databases: databases.map(({ name }) => ({ name })), ok: 1 };
  return { databases, totalSize: databases.reduce((sum, { sizeOnDisk }) => sum + sizeOnDisk, 0), ok: 1 };
}

const ok = async (): Promise<Document> => ({ ok: 1 });
const HELLO_FIELDS = [
  'helloOk',
  'client',
  'compression',
  'hostInfo',
  'saslSupportedMechs',
  'speculativeAuthenticate',
  'loadBalanced',
  'topologyVersion',
  'maxAwaitTimeMS',
  'backpressure',
];

/** Commands about the server itself. */
export const serverCommands: Readonly<Record<string, CommandDefinition>> = {
  hello: { fields: HELLO_FIELDS, run: hello },
  isMaster: { fields: HELLO_FIELDS, run: hello },
  ismaster: { fields: HELLO_FIELDS, run: hello },
  ping: { fields: [], run: ok },
  buildInfo: { fields: [], run: buildInfo },
  buildinfo: { fields: [], run: buildInfo },
  hostInfo: { fields: [], run: hostInfo },
  connectionStatus: { fields: ['showPrivileges'], run: connectionStatus },
  getLog: { fields: [], run: getLog },
  getParameter: { fields: ['featureCompatibilityVersion', 'allParameters'], run: getParameter },
  getCmdLineOpts: { fields: [], run: async () => ({ argv: [], parsed: {}, ok: 1 }) },
  serverStatus: { fields: ['repl', 'metrics', 'locks', 'network', 'opLatencies'], run: serverStatus },
  whatsmyuri: { fields: [], run: async () => ({ you: 'local', ok: 1 }) },
  listDatabases: { fields: ['nameOnly', 'filter', 'authorizedDatabases'], run: listDatabases },
  startSession: { fields: [], run: ok },
  endSessions: { fields: [], run: ok },
  refreshSessions: { fields: [], run: ok },
  killSessions: { fields: [], run: ok },
  killAllSessions: { fields: [], run: ok },
  configureFailPoint: {
    fields: ['mode', 'data'],
    run: async () => {
      throw new CommandError('CommandNotFound', "no such command: 'configureFailPoint'");
    },
  },
};
