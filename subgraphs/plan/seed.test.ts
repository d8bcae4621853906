import { planOfficeCollections } from './seed';

const place = (name: string, within: string | null, aliases?: string[]) => ({
  id: `place:${name}`,
  name,
  aliases,
  kind: 'QUARTER' as const,
  within: within && `place:${within}`,
  evidence: '依据',
  citations: [],
});
const item = (number: number) => ({
  number,
  chapter: 1,
  department: 'economy' as const,
  heading: '题目',
  text: '全文',
});
const plan = {
  year: 2023 as const,
  title: '计划',
  issuer: '区政府',
  issuedOn: '2023-02-27',
  addressees: [],
  document: 'work-plan-2023' as const,
  chapters: [{ number: 1, title: '第一章' }],
  items: [item(2), item(10)],
};
const places = [place('静安区', null), place('市北', '彭浦镇', ['市北园区']), place('彭浦镇', '静安区')];
const collections = planOfficeCollections({ plans: [plan], places, documents: [] });
const documentsOf = (name: string) => collections.find((each) => each.name === name)?.documents ?? [];

it.each([
  ['place:静安区', []],
  ['place:彭浦镇', ['place:静安区']],
  ['place:市北', ['place:彭浦镇', 'place:静安区']],
])('%s lies in %j, nearest first', (id, ancestors) => {
  expect(documentsOf('places').find(({ _id }) => String(_id) === id)).toMatchObject({ ancestors });
});

it('a place is known by its name first, and by every other spelling', () => {
  expect(documentsOf('places')[1]).toMatchObject({
    names: ['市北', '市北园区'],
    grams: ['E:市北', 'T:市北', 'X:北园', 'X:园区'],
  });
});

it('places are in the order of the gazetteer, items in that of their numbers', () => {
  expect(documentsOf('places').map(({ sort }) => sort as unknown)).toEqual([
    { plan: '000000' },
    { plan: '000001' },
    { plan: '000002' },
  ]);
  expect(documentsOf('items').map(({ sort }) => sort as unknown)).toEqual([
    { plan: '000002' },
    { plan: '000010' },
  ]);
});

it('counts the grams of items and places apart', () => {
  expect(documentsOf('grams')).toContainEqual({ _id: 'items|T:题目', n: 2 });
  expect(documentsOf('grams')).toContainEqual({ _id: 'places|E:静安区', n: 1 });
});
