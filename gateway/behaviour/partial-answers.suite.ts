import { subgraphs } from '../../subgraphs/registry';
import { shareTestSystem } from '../testing/shared-system';
import type { TestSystem } from '../testing/test-system';

describe('an answer that a subgraph fails to give its part of', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await shareTestSystem(subgraphs.map(({ name }) => name));
  }, 60_000);
  afterEach(() => system.setDown([]));

  const told = (department: string, path: (string | number)[]) => ({
    message: expect.any(String) as string,
    path,
    extensions: { code: 'DEPARTMENT_UNAVAILABLE', department, serviceName: department },
  });

  it('is null with one error when nothing can be fetched and nothing may be missing', async () => {
    await system.setDown(['plan']);

    const { body } = await system.query('{ p: plan { title } list: places { id } departments { code } }');

    expect(body).toEqual({ data: null, errors: [told('plan', ['p'])] });
  });

  it('has errors at the client’s aliases, each where its entity stands', async () => {
    await system.setDown(['economy']);

    const { body } = await system.query(
      '{ a: target(id: "economy:2.1") { id: title } b: target(id: "safety:29.2") { id: title } }',
    );

    expect(body).toEqual({
      data: { a: null, b: { id: '高层住宅消防基础设施改造' } },
      errors: [told('economy', ['a'])],
    });
  });

  it('names the list, not the slice that the client never asked for', async () => {
    await system.setDown(['safety']);

    const { body } = await system.query('{ economy: targets { nodes: totalCount } }');

    expect(body.errors).toEqual([told('safety', ['economy'])]);
  });
});
