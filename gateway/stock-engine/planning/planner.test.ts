import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countFetches } from './count-fetches';
import { Planner } from './planner';

const supergraphSdl = readFileSync(join(__dirname, '../../../schema/supergraph.graphql'), 'utf8');
const list = '{ targets { nodes { id title } } }';

/** Takes a planner longer than any deadline: lists within lists, in every type of target. */
const endless = Array.from({ length: 5 }).reduce<string>(
  (inner) =>
    `targets { nodes { id title baseline { targets { title places { name } } } department { ${inner} } } }`,
  'name',
);

describe('a planner', () => {
  let planner: Planner;
  beforeEach(() => {
    planner = new Planner({ supergraphSdl, deadline: 2_000 });
  });
  afterEach(() => planner.close());

  it('gives plans whose documents are complete', async () => {
    const plan = await planner.plan('{ target(id: "economy:2.1") { title baseline { title } } }');

    expect(countFetches(plan.node)).toBeGreaterThan(5);
    expect(JSON.stringify(plan)).toContain('"kind":"OperationDefinition"');
  });

  it('receives a plan that was made while this process was blocked past the deadline', async () => {
    await planner.plan(list);
    // From here, timers are looked at before messages.
    await new Promise(setImmediate);
    const plan = planner.plan('{ departments { code available } }');
    const blockedUntil = performance.now() + 2_500;
    while (performance.now() < blockedUntil);

    expect(await plan).toMatchObject({ kind: 'QueryPlan' });
  });

  it('refuses an operation whose plan takes too long, and plans the next', async () => {
    const [slow, next] = await Promise.allSettled([planner.plan(`{ ${endless} }`), planner.plan(list)]);

    expect(slow).toMatchObject({
      status: 'rejected',
      reason: { extensions: { code: 'QUERY_TOO_COMPLEX', bound: 'planning', limit: 2_000 } },
    });
    expect(next).toMatchObject({ status: 'fulfilled', value: { kind: 'QueryPlan' } });
  });

  it('says why it cannot start, at each request anew', async () => {
    const broken = new Planner({ supergraphSdl: 'type Query { a: Int }', deadline: 2_000 });

    for (let asked = 0; asked < 2; asked++) {
      await expect(broken.plan(list)).rejects.toThrow(/supergraph/i);
    }
    await broken.close();
  });

  it('gives the planner’s own refusal', async () => {
    await expect(planner.plan('{ nothing }')).rejects.toThrow('nothing');
  });

  it('leaves no request waiting when it closes', async () => {
    const refusal = expect(planner.plan(list)).rejects.toThrow('The planner was closed.');
    await planner.close();

    await refusal;
    await expect(planner.plan(list)).rejects.toThrow('must be open');
  });
});
