import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../errors';

const FORMAT = 1;
const FORMAT_FILE = 'format.json';
export const DATA_FILE = 'data.mdb';
const LOCK_FILE = 'lock.mdb';
/** The unit of `stat`'s `blocks`. */
const BLOCK_BYTES = 512;

/** Offsets in LMDB's two meta pages: page header, then MDB_meta. */
const META_OFFSET = 24;
const MAGIC = 0xbeefc0de;
const PAGE_SIZE_OFFSET = META_OFFSET + 24;
const LAST_PAGE_OFFSET = META_OFFSET + 24 + 2 * 48;
const META_BYTES = LAST_PAGE_OFFSET + 16;
const PAGE_SIZE = 4096;

/**
 * Looks at a database's file before LMDB maps it: mapping a shortened file would end the process, and
 * an emptied one would be taken for new. Throws with the file's name; never writes to it.
 */
export function checkDataFile(directory: string): void {
  const formatFile = join(directory, FORMAT_FILE);
  if (!existsSync(formatFile)) return;
  const format = readFormat(formatFile);
  if (format !== FORMAT)
    throw damaged(formatFile, `has format ${String(format)}, but this version reads ${FORMAT}`);
  const dataFile = join(directory, DATA_FILE);
  if (!existsSync(dataFile)) throw damaged(dataFile, 'is missing');
  if (!statSync(dataFile).isFile()) throw damaged(dataFile, 'is not a file');
  checkMetaPages(dataFile);
}

function readFormat(formatFile: string): unknown {
  try {
    return (JSON.parse(readFileSync(formatFile, 'utf8')) as { format?: unknown } | null)?.format;
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(formatFile, 'is damaged: it is not JSON');
    throw error;
  }
}

/** Records the format of a database. From then on its data file must be there and whole. */
export function markDataFile(directory: string): void {
  const formatFile = join(directory, FORMAT_FILE);
  if (existsSync(formatFile)) return;
  // Written under another name and renamed, so that a process that is killed leaves no half of the file.
  writeFileSync(`${formatFile}.new`, JSON.stringify({ format: FORMAT }) + '\n');
  renameSync(`${formatFile}.new`, formatFile);
}

/**
 * Gives LMDB's table of readers its room on the disk. LMDB makes that file sparse and maps it: on a full disk the first
 * use of one of its pages would end the process.
 */
export function reserveLockFile(directory: string, bytes: number): void {
  const lockFile = join(directory, LOCK_FILE);
  const taken = statSync(lockFile, { throwIfNoEntry: false })?.blocks ?? 0;
  if (taken * BLOCK_BYTES < bytes) writeFileSync(lockFile, Buffer.alloc(bytes));
}

export function damaged(file: string, what: string): CommandError {
  return new CommandError(
    'DataCorruptionDetected',
    `${file} ${what}. Nothing was written to it; restore it from a copy, or move its directory away to start empty.`,
  );
}

function checkMetaPages(dataFile: string): void {
  const file = openSync(dataFile, 'r');
  try {
    const { size } = fstatSync(file);
    const lastPages = [0, PAGE_SIZE].map((at) => lastPageOf(file, at));
    if (lastPages.every((page) => page === undefined))
      throw damaged(dataFile, 'is damaged: its header is not LMDB’s');
    if (lastPages.some((page) => page === undefined))
      throw damaged(dataFile, 'is damaged: half of its header is lost');
    const needed = (Math.max(...lastPages.map((page) => page ?? 0)) + 1) * PAGE_SIZE;
    // LMDB may leave out free pages at the end, so that a short file is read through before it is called damaged.
    if (size < needed && !isReadable(dataFile)) {
      throw damaged(dataFile, `is damaged: it has ${size} bytes, but its header tells of ${needed}`);
    }
  } finally {
    closeSync(file);
  }
}

/** Whether every table can be read to its end. A process of its own tries, since a missing page would kill it. */
function isReadable(dataFile: string): boolean {
  const script = `
    const { open } = require(process.argv[1]);
    const env = open({ path: process.argv[2], noSubdir: true, readOnly: true, maxDbs: 4096 });
    for (const name of [...env.getKeys()]) {
      const table = env.openDB({ name, encoding: 'binary', keyEncoding: 'binary' });
      for (const { value } of table.getRange()) value.at(-1);
    }
    process.stdout.write('whole');`;
  const args = ['-e', script, require.resolve('lmdb'), dataFile];
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout === 'whole';
}

function lastPageOf(file: number, at: number): number | undefined {
  const meta = Buffer.alloc(META_BYTES);
  if (readSync(file, meta, 0, META_BYTES, at) < META_BYTES) return undefined;
  if (meta.readUInt32LE(META_OFFSET) !== MAGIC) return undefined;
  if (meta.readUInt32LE(PAGE_SIZE_OFFSET) !== PAGE_SIZE) return undefined;
  return Number(meta.readBigUInt64LE(LAST_PAGE_OFFSET));
}
