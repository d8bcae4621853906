import { isIPv4 } from 'node:net';
import { isAbsolute, resolve } from 'node:path';

/** Where a subgraph runs and keeps its data, read from the same variables in the gateway's process and alone. */
export interface SubgraphConfig {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** A MongoDB connection string; the embedded store when absent. */
  readonly mongodbUri?: string;
  /** Begins the name of each database: `plan_` gives `plan_economy`. */
  readonly databasePrefix: string;
  /** The token that a caller must present to write; see `assertMayWrite`. */
  readonly writeToken?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws an Error that names the variable whose value is wrong */
export function readSubgraphConfig(
  name: string,
  defaultPort: number,
  env: Environment = process.env,
): SubgraphConfig {
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT, defaultPort),
    dataDir: readDirectory(env.DATA_DIR || '.data'),
    databasePrefix: readPrefix(env.DATABASE_PREFIX || 'plan_'),
    mongodbUri: readMongoUri(`${variablePrefix(name)}_MONGODB_URI`, env) ?? readMongoUri('MONGODB_URI', env),
    writeToken: env[`${variablePrefix(name)}_WRITE_TOKEN`] || undefined,
  };
}

/** Whether the process listens for this machine alone. */
export const isLoopback = (host: string): boolean =>
  ['::1', 'localhost'].includes(host) || (isIPv4(host) && host.startsWith('127.'));

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** @throws an Error that names the variable whose value is wrong */
export function readLogLevel(env: Environment = process.env): (typeof logLevels)[number] {
  return readChoice('LOG_LEVEL', env.LOG_LEVEL || 'info', logLevels);
}

/** `economy` → `ECONOMY`. */
export const variablePrefix = (name: string): string => name.toUpperCase().replaceAll('-', '_');

export function readPort(text: string | undefined, fallback: number): number {
  const port = text ? Number(text) : fallback;
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`PORT must be a number from 0 to 65535, but got: ${text}.`);
}

export function readPositive(variable: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`${variable} must be a positive number, but got: ${text}.`);
}

export function readChoice<T extends string>(variable: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === text);
  if (choice !== undefined) return choice;
  throw new Error(`${variable} must be one of ${choices.join(', ')}, but got: ${text}.`);
}

function readPrefix(text: string): string {
  if (/^[\w-]{1,40}$/.test(text)) return text;
  throw new Error(`DATABASE_PREFIX must be 1 to 40 letters, digits, _ or -, but got: ${text}.`);
}

export function readUrl(variable: string, env: Environment): URL | undefined {
  const text = env[variable];
  if (!text) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text);
  throw new Error(`${variable} must be an http or https URL, but got: ${text}.`);
}

function readMongoUri(variable: string, env: Environment): string | undefined {
  const text = env[variable];
  if (!text) return undefined;
  if (/^mongodb(\+srv)?:\/\/./.test(text)) return text;
  throw new Error(
    `${variable} must begin with mongodb:// or mongodb+srv://, but got: ${withoutPassword(text)}.`,
  );
}

const withoutPassword = (uri: string): string => uri.replace(/:[^:@/]*@/, ':…@');

const readDirectory = (path: string): string => (isAbsolute(path) ? path : resolve(__dirname, '../..', path));
