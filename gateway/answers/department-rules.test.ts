import { answerRulesOf } from './department-rules';
import type { CheckedObject } from './rules';

const asked = { __typename: 'EconomyTarget', id: 'economy:1.1' };
const object = (type: string, value: object, entity?: Partial<CheckedObject>): CheckedObject => ({
  type,
  value: value as CheckedObject['value'],
  representation: asked,
  isEntity: false,
  ...entity,
});
const target = (value: object, representation: object = asked) =>
  object('EconomyTarget', value, { isEntity: true, representation: representation as typeof asked });

describe('rules for the answers of economy', () => {
  const { objectProblem, scalars } = answerRulesOf('economy');

  it.each<[string, CheckedObject, string | undefined]>([
    ['a target by its id', target({ id: 'economy:1.1' }), undefined],
    [
      'a target by its id under ref',
      target({ ref: 'economy:1.1' }, { ...asked, id: undefined, ref: 'economy:1.1' }),
      undefined,
    ],
    ['another target', target({ id: 'economy:1.2' }), 'must be "economy:1.1", but is: "economy:1.2"'],
    ['a target of safety', target({ id: 'safety:1.1' }), 'must have an id of economy, but has: "safety:1.1"'],
    ['an id that is no text', target({ id: 1 }), 'must have an id of economy, but has: 1'],
    [
      'a target that is given to safety',
      target({ department: { code: 'safety' } }),
      'must be of economy, but is of: "safety"',
    ],
    ['a target of its own', target({ department: { code: 'economy' } }), undefined],
    ['a row', object('TargetRow', { id: 'economy:1.1' }), undefined],
    [
      'a row of safety',
      object('ResultRow', { id: 'safety:1' }),
      'must have an id of economy, but has: "safety:1"',
    ],
    ['a hit', object('SearchRow', { id: 'economy:1', type: 'EconomyResult' }), undefined],
    [
      'a hit of another type',
      object('SearchRow', { id: 'economy:1', type: 'SafetyResult' }),
      'must be a hit of EconomyTarget or EconomyResult, but is: "SafetyResult"',
    ],
    [
      'a slice that denies itself',
      object('TargetSlice', { answered: false }),
      'says that the department has not answered',
    ],
    ['an object of no identity', object('Quantity', { id: 'x' }), undefined],
  ])('%s', (_, checked, problem) => {
    expect(objectProblem(checked)).toBe(problem);
  });

  it.each<['Date' | 'DateTime', unknown, boolean]>([
    ['Date', '2023-02-27', true],
    ['Date', '2023-2-27', false],
    ['Date', 20230227, false],
    ['DateTime', '2023-02-27T08:00:00Z', true],
    ['DateTime', 'yesterday', false],
    ['DateTime', 0, false],
  ])('%s may be %j: %j', (scalar, value, expected) => {
    expect(scalars[scalar]?.(value)).toBe(expected);
  });
});

it.each<[string, object, string | undefined]>([
  ['the place that was asked for', { id: 'place:a' }, undefined],
  ['a place without its key', { name: 'A' }, undefined],
  ['another place', { id: 'place:b' }, 'must have id "place:a", but has: "place:b"'],
])('the plan office may answer with %s or not', (_, value, problem) => {
  const representation = { __typename: 'Place', id: 'place:a' };
  const checked = object('Place', value, { isEntity: true, representation });

  expect(answerRulesOf('plan').objectProblem(checked)).toBe(problem);
});
