import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/*
 * Writes `dist/`: plain JavaScript with types, and a manifest whose exports lead to them. `npm publish ./dist` publishes it.
 * Within this repository the package's exports lead to the TypeScript itself, which is run without a build.
 */

const folder = import.meta.dirname;
const dist = join(folder, 'dist');

rmSync(dist, { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', join(folder, 'tsconfig.build.json')], { stdio: 'inherit' });

const {
  private: _private,
  scripts: _scripts,
  devDependencies: _dev,
  ...manifest
} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const compiled = Object.entries(manifest.exports).map(([name, source]) => {
  const path = source.replace(/\.ts$/, '');
  return [name, { types: `${path}.d.ts`, default: `${path}.js` }];
});
const published = { ...manifest, exports: Object.fromEntries(compiled) };
writeFileSync(join(dist, 'package.json'), JSON.stringify(published, null, 2) + '\n');
for (const file of ['README.md', 'CHANGELOG.md']) copyFileSync(join(folder, file), join(dist, file));
copyFileSync(join(folder, '../../LICENSE'), join(dist, 'LICENSE'));
