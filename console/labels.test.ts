import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPLACEMENTS } from './labels';

describe('the Chinese labels', () => {
  it.each(Object.entries(REPLACEMENTS))('find what they replace in %s', (file, replacements) => {
    const code = readFileSync(join(__dirname, '../node_modules', file), 'utf8');

    const absent = replacements.map(([english]) => english).filter((english) => !code.includes(english));

    expect(absent).toEqual([]);
  });
});
