import { readPort, readPositive, readUrl, variablePrefix, type Environment } from '../subgraphs/kit';
import { readEngineName, type EngineName } from './engines/choose-engine';
import { readLimits, type Limits } from './limits/limits';
import type { Timeouts } from './sources/source';

export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly engine: EngineName;
  /** Remote subgraphs by name; the others run in this process. */
  readonly remote: ReadonlyMap<string, URL>;
  readonly timeouts: Timeouts;
  /** The names, in lower case, that a `Host` header may have beside those of loopback. */
  readonly hostNames: readonly string[];
  readonly admission: AdmissionConfig;
  readonly limits: Limits;
  /** Milliseconds from SIGTERM to the end of taking requests. */
  readonly shutdownNotice: number;
}

/** Bounds on concurrent work. Times are in milliseconds. */
export interface AdmissionConfig {
  readonly operations: number;
  readonly queuedOperations: number;
  readonly longestOperation: number;
  readonly exports: number;
  readonly queuedExports: number;
  readonly longestWait: number;
}

/** @throws an Error that names the variable whose value is wrong */
export function readGatewayConfig(
  subgraphNames: readonly string[],
  env: Environment = process.env,
): GatewayConfig {
  const remote = subgraphNames.flatMap((name) => {
    const url = readUrl(`${variablePrefix(name)}_URL`, env);
    return url ? [[name, url] as const] : [];
  });
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT, 4000),
    engine: readEngineName(env),
    remote: new Map(remote),
    timeouts: {
      query: readPositive('SUBGRAPH_TIMEOUT_MS', env.SUBGRAPH_TIMEOUT_MS || '5000'),
      mutation: readPositive('SUBGRAPH_WRITE_TIMEOUT_MS', env.SUBGRAPH_WRITE_TIMEOUT_MS || '60000'),
    },
    hostNames: readNames('ALLOWED_HOSTS', env.ALLOWED_HOSTS || ''),
    admission: readAdmission(env),
    limits: readLimits(env.QUERY_LIMITS ?? ''),
    shutdownNotice: readCount('SHUTDOWN_NOTICE_MS', env.SHUTDOWN_NOTICE_MS || '3000'),
  };
}

function readAdmission(env: Environment): AdmissionConfig {
  return {
    operations: readPositiveCount('MAX_OPERATIONS', env.MAX_OPERATIONS || '32'),
    queuedOperations: readCount('MAX_QUEUED_OPERATIONS', env.MAX_QUEUED_OPERATIONS || '256'),
    longestOperation: readPositive('OPERATION_TIMEOUT_MS', env.OPERATION_TIMEOUT_MS || '30000'),
    exports: readPositiveCount('MAX_EXPORTS', env.MAX_EXPORTS || '4'),
    queuedExports: readCount('MAX_QUEUED_EXPORTS', env.MAX_QUEUED_EXPORTS || '16'),
    longestWait: readPositive('QUEUE_TIMEOUT_MS', env.QUEUE_TIMEOUT_MS || '5000'),
  };
}

function readCount(variable: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`${variable} must be a whole number, but got: ${text}.`);
}

function readPositiveCount(variable: string, text: string): number {
  const count = readCount(variable, text);
  if (count > 0) return count;
  throw new Error(`${variable} must be at least 1, but got: ${text}.`);
}

/** `Plan.example.cn, plan.local` → `["plan.example.cn", "plan.local"]` */
function readNames(variable: string, text: string): string[] {
  const names = text.split(',').flatMap((name) => name.trim().toLowerCase() || []);
  const wrong = names.find((name) => !/^[\w.-]+$/.test(name));
  if (wrong === undefined) return names;
  throw new Error(`${variable} must be host names with commas between, without ports, but got: ${wrong}.`);
}
