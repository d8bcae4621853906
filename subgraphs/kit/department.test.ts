import DataLoader from 'dataloader';
import { countCommands } from '../testing/count-commands';
import { openDefinition, openTestSubgraph, type TestSubgraph } from '../testing/test-subgraph';
import type { TargetDocument } from './documents';
import { department } from './department';

/** Safety as it could be: its field answers with how many targets protect the same, found by an index of its own. */
const definition = department({
  code: 'safety',
  indexes: [{ key: { 'details.protects': 1 }, options: { sparse: true } }],
  createLoaders: ({ db }) => ({
    protecting: new DataLoader(async (protects: readonly string[]) => {
      const targets = db.collection<TargetDocument<{ protects?: string }>>('targets');
      const found = await targets.find({ 'details.protects': { $in: [...protects] } }).toArray();
      return protects.map((each) => found.filter(({ details }) => details.protects === each).length);
    }),
  }),
  resolvers: {
    SafetyTarget: {
      protects: async ({ details }: TargetDocument, _: unknown, { ownLoaders }) =>
        typeof details.protects === 'string'
          ? `${details.protects} ×${await ownLoaders.protecting.load(details.protects)}`
          : null,
    },
  },
});

const representations = ['safety:28.1', 'safety:28.2', 'safety:28.3', 'safety:29.1', 'safety:29.2'].map(
  (id) => ({ __typename: 'SafetyTarget', id }),
);
const selection = '... on SafetyTarget { id title protects }';

let own: TestSubgraph;
let usual: TestSubgraph;
beforeAll(async () => {
  own = await openDefinition(definition);
  usual = await openTestSubgraph('safety');
}, 60_000);
afterAll(() => Promise.all([own.close(), usual.close()]));

it('answers its own field by its own resolver and loader, with one command for all targets', async () => {
  const { data: expected } = await usual.askEntities(selection, representations);
  const counter = countCommands(own.subgraph.connection.client);

  const { data, errors } = await own.askEntities(selection, representations);
  counter.stop();

  expect(errors).toBeUndefined();
  expect(data?._entities).toEqual(
    (expected?._entities as { protects: string | null }[]).map((target) => ({
      ...target,
      protects: target.protects && `${target.protects} ×1`,
    })),
  );
  expect(JSON.stringify(data)).toContain('×1');
  expect(counter.counts).toEqual({ find: 2 });
});

it('has its own index beside those of every department, and finds by it', async () => {
  const indexesOf = async ({ subgraph }: TestSubgraph) =>
    (await subgraph.connection.db.collection('targets').indexes()).map(({ name }) => String(name));

  expect((await indexesOf(own)).toSorted()).toEqual(
    [...(await indexesOf(usual)), 'details.protects_1'].toSorted(),
  );
  const plan = await own.subgraph.connection.db
    .collection('targets')
    .find({ 'details.protects': '高层住宅' })
    .explain();
  expect(JSON.stringify(plan)).toContain('"indexName":"details.protects_1"');
});
