import { departmentCodes } from '../../schema/departments';
import { startTestSystem, type TestSystem } from '../testing/test-system';

/** In milliseconds. */
const timeout = 1_000;

describe.each([
  ['in this process', []],
  ['over HTTP', [...departmentCodes, 'plan']],
])('when this process is blocked for longer than a deadline, departments %s', (_, alone) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem({ alone, env: { SUBGRAPH_TIMEOUT_MS: String(timeout) } });
  }, 60_000);
  afterAll(() => system.close());

  it('are not missing', async () => {
    const asking = system.query(
      '{ targets(first: 50) { totalCount missing { code } nodes { title } } departments { available } }',
    );
    let blocks = 0;
    const blocking = setInterval(() => blocks++ < 3 && block(1.5 * timeout), 5);

    const { body } = await asking.finally(() => clearInterval(blocking));

    expect(body.errors).toBeUndefined();
    expect(body.data.targets).toMatchObject({ totalCount: 270, missing: [] });
    expect(body.data.departments).toEqual(Array(5).fill({ available: true }));
  }, 60_000);

  function block(milliseconds: number): void {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
  }
});
