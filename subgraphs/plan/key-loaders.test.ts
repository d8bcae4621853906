import { manyByKey, oneByKey } from './key-loaders';

const places = [
  { name: '彭浦镇', names: ['彭浦镇', '彭浦'], ancestors: ['静安区'] },
  { name: '市北', names: ['市北'], ancestors: ['彭浦镇', '静安区'] },
];
const recorded = () => {
  const asked: (readonly string[])[] = [];
  const find = async (keys: readonly string[]) => {
    asked.push(keys);
    return places;
  };
  return { asked, find };
};

it('one document is found by any of its keys, with one look-up for all', async () => {
  const { asked, find } = recorded();
  const loader = oneByKey(find, ({ names }) => names);

  const found = await loader.loadMany(['彭浦', '没有', '市北', '彭浦镇']);

  expect(found).toEqual([places[0], null, places[1], places[0]]);
  expect(asked).toEqual([['彭浦', '没有', '市北', '彭浦镇']]);
});

it('many documents are found by each of their keys, in the order in which they were found', async () => {
  const { asked, find } = recorded();
  const loader = manyByKey(find, ({ ancestors }) => ancestors);

  const found = await loader.loadMany(['静安区', '彭浦镇', '市北']);

  expect(found).toEqual([places, [places[1]], []]);
  expect(asked).toHaveLength(1);
});

it('of several documents with one key, the first is loaded', async () => {
  const { find } = recorded();

  expect(await oneByKey(find, ({ ancestors }) => ancestors).load('静安区')).toEqual(places[0]);
});
