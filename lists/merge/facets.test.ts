import { departments } from '../../schema/departments';
import type { FacetDimension } from '../contract/slice';
import { mergeFacets } from './facets';

const chapters = new Map([
  ['1', '第一章'],
  ['5', '第五章'],
]);
const [first, second] = departments;

type Counts = readonly (readonly [FacetDimension, string, number])[];
const gathered = (ofFirst: Counts | null, ofSecond: Counts | null = null) => ({
  selector: '{}',
  ...Object.fromEntries(departments.map(({ code }) => [code, null])),
  [first?.code ?? '']: slice(ofFirst),
  [second?.code ?? '']: slice(ofSecond),
});
const slice = (counts: Counts | null) =>
  counts && { facets: counts.map(([dimension, value, count]) => ({ dimension, value, count })) };

it('adds up the departments’ counts of one value', () => {
  const { kinds } = mergeFacets(gathered([['kinds', 'FIGURE', 2]], [['kinds', 'FIGURE', 3]]), chapters);

  expect(kinds).toEqual([{ value: 'FIGURE', label: '数量', count: 5 }]);
});

it('leaves out the departments that could not answer', () => {
  const { kinds, departments: codes } = mergeFacets(
    gathered([
      ['kinds', 'FIGURE', 2],
      ['departments', 'null', 2],
    ]),
    chapters,
  );

  expect(kinds[0]?.count).toBe(2);
  expect(codes).toEqual([{ value: first?.code, label: first?.name, count: 2 }]);
});

it.each<[FacetDimension, Counts, string[]]>([
  [
    'kinds',
    [
      ['kinds', 'TREND', 9],
      ['kinds', 'COVERAGE', 1],
      ['kinds', 'FIGURE', 2],
    ],
    ['FIGURE', 'COVERAGE', 'TREND'],
  ],
  [
    'statuses',
    [
      ['statuses', 'ACHIEVED', 9],
      ['statuses', 'UNREPORTED', 1],
    ],
    ['UNREPORTED', 'ACHIEVED'],
  ],
  [
    'chapters',
    [
      ['chapters', '5', 9],
      ['chapters', '10', 1],
      ['chapters', '0', 2],
    ],
    ['0', '5', '10'],
  ],
  [
    'units',
    [
      ['units', '个', 2],
      ['units', '家', 9],
      ['units', 'null', 5],
      ['units', '万', 2],
    ],
    ['家', '万', '个'],
  ],
])('has %s in their own order', (dimension, counts, values) => {
  expect(mergeFacets(gathered(counts), chapters)[dimension].map(({ value }) => value)).toEqual(values);
});

it('labels chapters by their titles, and what has none by the report', () => {
  const { chapters: labelled } = mergeFacets(
    gathered([
      ['chapters', '5', 1],
      ['chapters', 'null', 2],
    ]),
    chapters,
  );

  expect(labelled).toEqual([
    { value: '0', label: '仅见于政府工作报告', count: 2 },
    { value: '5', label: '第五章', count: 1 },
  ]);
});

it('has no value that counts nothing', () => {
  expect(mergeFacets(gathered([['kinds', 'FIGURE', 0]]), chapters).kinds).toEqual([]);
});
