import { gramCounts, searchFields } from './grams';

it('a title is indexed whole and by its pairs, the rest of the text by the pairs that the title has not', () => {
  expect(searchFields('新增 首店', ['新增首店150家'])).toEqual({
    searchTitle: '新增首店',
    searchText: '新增首店|新增首店150家',
    grams: ['E:新增首店', 'T:新增', 'T:增首', 'T:首店', 'X:店1', 'X:15', 'X:50', 'X:0家'],
  });
});

it('no pair spans two texts', () => {
  expect(searchFields('甲乙', ['丙丁']).grams).toEqual(['E:甲乙', 'T:甲乙', 'X:丙丁']);
});

it('a title is indexed by its first 200 characters', () => {
  expect(searchFields('长'.repeat(300), []).grams[0]).toBe(`E:${'长'.repeat(200)}`);
});

it('counts the documents that hold each gram', () => {
  const documents = [{ grams: ['T:首店', 'X:品牌'] }, { grams: ['T:首店'] }];

  expect(gramCounts('targets', documents)).toEqual([
    { _id: 'targets|T:首店', n: 2 },
    { _id: 'targets|X:品牌', n: 1 },
  ]);
});
