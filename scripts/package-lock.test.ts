import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minVersion, satisfies } from 'semver';

interface LockedPackage {
  readonly version?: string;
  /** For a workspace (`link`), its folder. */
  readonly resolved?: string;
  readonly link?: boolean;
  readonly engines?: { readonly node?: string };
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = join(__dirname, '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

/** Looks a package up as Node.js does: in `node_modules` below `from`, then below each folder that encloses it. */
function resolveLocked(from: string, name: string): LockedPackage | undefined {
  const nested = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  const found = packages[nested];
  if (found?.link) return packages[found.resolved ?? ''];
  if (found || from === '') return found;
  return resolveLocked(from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0)), name);
}

it('has an entry for every package that another one wants, of every platform, so that npm ci accepts it', () => {
  const lacking = Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !resolveLocked(from, name)?.version)
      .map((name) => `${from} wants ${name}`),
  );

  expect(lacking).toEqual([]);
});

it('has no package that refuses the oldest Node.js that the project promises', () => {
  const oldest = minVersion(packages['']?.engines?.node ?? '')?.version ?? '';

  const refusing = Object.entries(packages)
    .filter(([, { engines, optional }]) => !optional && !satisfies(oldest, engines?.node ?? '*'))
    .map(([name, { engines }]) => `${name} wants ${engines?.node}`);

  expect(oldest).toBe('20.19.0');
  expect(refusing).toEqual([]);
});
