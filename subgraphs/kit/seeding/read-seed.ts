import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const seedsDirectory = join(__dirname, '../../../seeds');

/** @param path below `seeds/`: `plan/places.json` */
export function readSeed<T>(path: string): T {
  return JSON.parse(readFileSync(join(seedsDirectory, path), 'utf8')) as T;
}
