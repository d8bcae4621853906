import { buildSchema, parse } from 'graphql';
import { createQuestion } from '../answers/question';
import { readSupergraph } from '../supergraph/read-supergraph';
import { departmentCodes } from '../../schema/departments';
import { createPlaceholders, dispensableSubgraphs } from './tolerance';

const supergraph = buildSchema(readSupergraph(), { assumeValidSDL: true });
const list = { __typename: 'TargetConnection', selector: '{}' };
const target = { __typename: 'EconomyTarget', id: 'economy:1.1' };

it('lists can do without every department, and not without the plan office', () => {
  expect([...dispensableSubgraphs(supergraph)].sort()).toEqual([...departmentCodes].sort());
});

const onList = '... on TargetConnection { economy { total } }';
const onTarget = '... on EconomyTarget { title }';

it.each<[string, string, readonly object[], unknown]>([
  ['a list', onList, [list], [{ economy: null }]],
  [
    'a list by another response key',
    '... on TargetConnection { e: economy { total } }',
    [list],
    [{ e: null }],
  ],
  ['a list that is asked for its type too', `__typename ${onList}`, [list], [{ economy: null }]],
  ['a list that is asked for nothing else', '__typename', [list], [null]],
  [
    'a list that is asked for a field that is required',
    '... on TargetConnection { economy { total } totalCount }',
    [list],
    [null],
  ],
  [
    'two lists and a target',
    `${onList} ${onTarget}`,
    [list, target, list],
    [{ economy: null }, null, { economy: null }],
  ],
  ['no entities at all', onList, [], []],
])('the placeholders for %s', (_, selections, representations, placeholders) => {
  const document = parse(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selections} } }`,
  );

  expect(createPlaceholders(createQuestion(supergraph, document, { representations }))).toEqual(placeholders);
});

it('an operation that asks for no entities has no placeholders', () => {
  expect(
    createPlaceholders(createQuestion(supergraph, parse('{ departments { code } }'), {})),
  ).toBeUndefined();
});
