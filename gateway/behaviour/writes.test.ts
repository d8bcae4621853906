import { departmentCodes, progressMutation } from '../../schema/departments';
import { startTestSystem, type Answer, type TestSystem } from '../testing/test-system';

const everyone = [...departmentCodes, 'plan'];

describe.each([
  ['in this process', []],
  ['over HTTP', everyone],
])('many reports at once, %s', (_, alone) => {
  let system: TestSystem;
  let ids: string[];
  beforeAll(async () => {
    system = await startTestSystem({ alone });
    const { body } = await system.query('{ targets(first: 200) { nodes { id } } }');
    ids = body.data.targets.nodes.map(({ id }: { id: string }) => id);
  }, 60_000);
  afterAll(() => system.close());

  const report = (id: string, note: string) => {
    const field = progressMutation(id.slice(0, id.indexOf(':')));
    return system.query(
      `mutation ($input: ReportProgressInput!) { report: ${field}(input: $input) { id revision } }`,
      { input: { targetId: id, note, expectedRevision: 0 } },
    );
  };
  const isAcknowledged = ({ body }: Answer) => body.data?.report?.revision === 1;
  async function written(): Promise<string[]> {
    const { body } = await system.query('{ targets(first: 200) { nodes { id revision } } }');
    const nodes = body.data.targets.nodes as { id: string; revision: number }[];
    return nodes.filter(({ revision }) => revision === 1).map(({ id }) => id);
  }
  const read = (id: string) => system.query(`query ($id: ID!) { target(id: $id) { revision } }`, { id });

  it('of different targets are all acknowledged and all written', async () => {
    const answers = await Promise.all(ids.slice(0, 160).map((id) => report(id, 'x')));

    expect(answers.flatMap(({ body }) => body.errors ?? [])).toEqual([]);
    expect(answers.filter(isAcknowledged)).toHaveLength(160);
    expect(await written()).toEqual(ids.slice(0, 160));
  }, 120_000);

  it('of one target are one acknowledged and written, and conflicts', async () => {
    const id = ids[180] ?? '';
    const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => report(id, `report ${at}`)));

    const codes = answers.flatMap(({ body }) => body.errors?.map(({ extensions }) => extensions.code) ?? []);
    expect(codes).toEqual(Array(39).fill('CONFLICT'));
    expect(answers.filter(isAcknowledged)).toHaveLength(1);
    expect((await read(id)).body.data.target.revision).toBe(1);
  }, 120_000);
});
