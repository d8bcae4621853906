import { Writable } from 'node:stream';
import { pino } from 'pino';
import { startGateway, type Gateway } from '../server';
import type { TestSystem } from './test-system';

export interface ExportGateway extends Gateway {
  /** Names of the subgraphs that were asked, in order. */
  readonly fetches: readonly string[];
  /** The lines of its log. */
  readonly log: readonly string[];
  /** Begins both anew. */
  forget(): void;
}

interface ExportGatewayOptions {
  readonly pageSize?: number;
  /** Where subgraphs are, by name; those of the system otherwise. */
  readonly remote?: Readonly<Record<string, string>>;
  /** Told how many fetches there were, at each. */
  readonly onFetch?: (count: number) => void;
}

/** One more gateway over a test system's subgraphs, with pages as short as a test needs. */
export async function startExportGateway(
  { system }: TestSystem,
  { pageSize, remote = {}, onFetch = () => undefined }: ExportGatewayOptions,
): Promise<ExportGateway> {
  const fetches: string[] = [];
  const log: string[] = [];
  const urls = Object.entries(remote).map(([name, url]) => [name, new URL(url)] as const);
  const gateway = await startGateway({
    config: { ...system.config, port: 0, remote: new Map([...system.config.remote, ...urls]) },
    local: system.local,
    logger: pino({ level: 'info' }, collect(log)),
    exportPageSize: pageSize,
    onFetch: (name) => onFetch(fetches.push(name)),
  });
  const forget = () => {
    fetches.length = 0;
    log.length = 0;
  };
  return { ...gateway, fetches, log, forget };
}

const collect = (lines: string[]): Writable =>
  new Writable({
    write: (line: Buffer, _, done) => {
      lines.push(line.toString());
      done();
    },
  });

export interface CsvFile {
  /** The bytes, the byte order mark included. */
  readonly text: string;
  readonly header: readonly string[];
  /** Cells by column. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly headers: Headers;
}

/** Asks for a file, and reads it to the end. @throws when it breaks off, or is not as RFC 4180 has it */
export async function download(url: string, init?: RequestInit): Promise<CsvFile> {
  const response = await fetch(url, init);
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
  const [header = [], ...lines] = readCsv(text.slice(1));
  const rows = lines.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
  return { text, header, rows, headers: response.headers };
}

/** Lines of cells after RFC 4180. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let read = 0;
  for (const [whole, field = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy)) {
    read += whole.length;
    line.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  if (read !== text.length) throw new Error(`No CSV at ${read}: ${text.slice(read, read + 80)}`);
  return lines;
}
