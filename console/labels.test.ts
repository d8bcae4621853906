import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelPatches } from './label-patches';

const packages = join(__dirname, '../node_modules');
const codeOf = (file: string): string => {
  const path = join(packages, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};
const patches = Object.entries(labelPatches).flatMap(([file, byName]) =>
  Object.entries(byName).map(([name, [english]]) => ({ name, file, english })),
);

describe('the patch of GraphiQL’s labels', () => {
  it.each(patches)('"$name" finds its text in $file', ({ file, english }) => {
    expect(codeOf(file).includes(english)).toBe(true);
  });
});
