import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestSystem, type TestSystem } from '../testing/test-system';

const queries = join(__dirname, '../queries');
const read = (name: string): string => readFileSync(join(queries, name), 'utf8');

describe('the stock engine', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem({ env: { GATEWAY_ENGINE: 'apollo' } });
  }, 60_000);
  afterAll(() => system.close());

  it.each(['targets-of-a-place', 'search', 'chapter-with-owners'])('answers %s', async (name) => {
    const { body } = await system.query(read(`${name}.graphql`));

    expect(body).toEqual(JSON.parse(read(`${name}.json`)));
  });

  it('answers for an absent department in the way of its sources', async () => {
    await system.system.local.get('safety')?.connection.client.close();

    const { body } = await system.query('{ targets { missing { code } } }');

    expect(body.data).toEqual({ targets: { missing: [{ code: 'safety' }] } });
  });
});
