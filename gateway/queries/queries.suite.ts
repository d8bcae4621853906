import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphs } from '../../subgraphs/registry';
import { shareTestSystem } from '../testing/shared-system';
import type { TestSystem } from '../testing/test-system';

const folder = __dirname;
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace('.graphql', ''));
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

describe.each([
  ['in one process', []],
  ['over HTTP', subgraphs.map(({ name }) => name)],
])('the documented queries, with the subgraphs %s', (_, alone) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await shareTestSystem(alone);
  }, 60_000);

  it.each(names)('%s answers as documented', async (name) => {
    const { body } = await system.query(read(`${name}.graphql`));

    expect(body).toEqual(JSON.parse(read(`${name}.json`)));
  });
});
