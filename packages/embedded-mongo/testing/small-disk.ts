import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from './temporary-store';

/** A disk in memory that tests can fill up. */
export interface SmallDisk {
  readonly directory: string;
  /** Leaves room for so many pages. */
  fill(pages?: number): void;
  makeRoom(): void;
  remove(): void;
}

/** @returns undefined where this process may not mount a disk, and says so */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const directory = temporaryDirectory();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory]);
  if (status !== 0) {
    console.log('This process may not mount a disk: what happens on a full one is not tested.');
    return undefined;
  }
  const ballast = join(directory, 'ballast');
  return {
    directory,
    fill: (pages = 4) => {
      const { bavail, bsize } = statfsSync(directory);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, (bavail - pages) * bsize)));
    },
    makeRoom: () => rmSync(ballast),
    remove: () => void execFileSync('umount', [directory]),
  };
}
