import { composeFixtures } from '../testing/fixture';
import { Planner } from './planner';

const kinds = ['Bridge', 'Park', 'Road', 'School', 'Tower'];

/** A list of five types, each of a subgraph of its own, whose owners have such lists again. */
const supergraphSdl = composeFixtures({
  hub: {
    typeDefs: `
      type Query { works: [Work!]! owner(code: ID!): Owner }
      interface Work { id: ID! }
      type Owner @key(fields: "code") { code: ID! name: String! works: [Work!]! }
      ${kinds.map((kind) => `type ${kind} implements Work @key(fields: "id", resolvable: false) { id: ID! }`).join('\n')}
    `,
  },
  ...Object.fromEntries(
    kinds.map((kind) => [
      kind.toLowerCase(),
      {
        typeDefs: `
          interface Work { id: ID! name: String! owner: Owner! }
          type ${kind} implements Work @key(fields: "id") { id: ID! name: String! owner: Owner! }
          type Owner @key(fields: "code", resolvable: false) { code: ID! }
        `,
      },
    ]),
  ),
});
const list = '{ works { id name } }';
const deadline = 1_000;
const refused = new Error('refused');
const refuse = () => refused;

/** Takes a planner longer than any deadline: lists within lists, in every type of work. */
const endless = Array.from({ length: 8 }).reduce<string>(
  (inner) => `works { id name owner { name ${inner} } }`,
  '',
);

describe('a planner', () => {
  let planner: Planner;
  beforeEach(() => {
    planner = new Planner({ supergraphSdl, deadline, refuse });
  });
  afterEach(() => planner.close());

  it('gives a plan with a fetch from every subgraph that has a part', async () => {
    const text = JSON.stringify(await planner.plan(list));

    for (const kind of kinds) expect(text).toContain(`"serviceName":"${kind.toLowerCase()}"`);
  });

  it('receives a plan that was made while this process was blocked past the deadline', async () => {
    await planner.plan(list);
    // From here, timers are looked at before messages.
    await new Promise(setImmediate);
    const plan = planner.plan('{ owner(code: "a") { name } }');
    const blockedUntil = performance.now() + 1_500;
    while (performance.now() < blockedUntil);

    expect(await plan).toMatchObject({ kind: 'QueryPlan' });
  });

  it('refuses an operation whose plan takes too long, and plans the next', async () => {
    const [slow, next] = await Promise.allSettled([planner.plan(`{ ${endless} }`), planner.plan(list)]);

    expect(slow).toEqual({ status: 'rejected', reason: refused });
    expect(next).toMatchObject({ status: 'fulfilled', value: { kind: 'QueryPlan' } });
  });

  it('says why it cannot start, at each request anew', async () => {
    const broken = new Planner({ supergraphSdl: 'type Query { a: Int }', deadline, refuse });

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
