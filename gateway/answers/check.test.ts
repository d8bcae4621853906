import { buildSchema, parse } from 'graphql';
import { checkAnswer } from './check';
import type { AnswerRules } from './rules';
import { createQuestion } from './question';
import { findServedTypes } from '../supergraph/served-types';

const schema = buildSchema(
  `
  enum join__Graph { OURS @join__graph(name: "ours") OTHERS @join__graph(name: "others") }
  directive @join__graph(name: String!) on ENUM_VALUE
  directive @join__type(graph: join__Graph!) repeatable on OBJECT | INTERFACE | UNION
  type Query @join__type(graph: OURS) { pet: Pet pets: [Pet!]! maybe: [Pet] dog: Dog named: [Named!] when: When }
  interface Named @join__type(graph: OURS) { name: String! }
  union Pet @join__type(graph: OURS) = Dog | Cat | Fox
  type Dog implements Named @join__type(graph: OURS) { name: String! age: Int weight: Float kind: Kind best: Named good: Boolean! id: ID }
  type Cat implements Named @join__type(graph: OURS) { name: String! lives: Int! }
  type Fox implements Named @join__type(graph: OTHERS) { name: String! }
  enum Kind { BIG SMALL }
  scalar When
  `,
  { assumeValidSDL: true },
);
const rules: AnswerRules = {
  scalars: { When: (value) => typeof value === 'string' },
  objectProblem: ({ value }) => (value.name === 'Nobody' ? 'must be somebody' : undefined),
};
function check(query: string, data: object, variables: object = {}) {
  const question = createQuestion(schema, parse(query), variables as Record<string, unknown>);
  const served = findServedTypes(schema, 'ours');
  const { data: checked, findings } = checkAnswer(question, served, data as Record<string, unknown>, rules);
  return { data: checked, wrong: findings.map(({ path }) => path.join('.')) };
}

it.each<[string, string, object, object?]>([
  ['null where it may be', '{ dog { name age } }', { dog: { name: 'Rex', age: null } }],
  ['a field under another key', '{ dog { called: name } }', { dog: { called: 'Rex' } }],
  [
    'a union',
    '{ pets { __typename ... on Cat { lives } ... on Dog { name } } }',
    {
      pets: [
        { __typename: 'Cat', lives: 9 },
        { __typename: 'Dog', name: 'Rex' },
      ],
    },
  ],
  [
    'a type under another key',
    '{ pet { t: __typename ... on Cat { lives } } }',
    { pet: { t: 'Cat', lives: 9 } },
  ],
  [
    'an interface',
    '{ dog { best { __typename name ... on Cat { lives } } } }',
    { dog: { best: { __typename: 'Cat', name: 'Tom', lives: 9 } } },
  ],
  [
    'a spread',
    '{ dog { ...F } } fragment F on Named { name ... on Dog { age } }',
    { dog: { name: 'Rex', age: 3 } },
  ],
  [
    'fields that merge',
    '{ dog { best { __typename } best { __typename name } } }',
    { dog: { best: { __typename: 'Cat', name: 'Tom' } } },
  ],
  [
    'a skipped field',
    'query ($a: Boolean!) { dog { name @skip(if: $a) age } }',
    { dog: { age: 3 } },
    { a: true },
  ],
  [
    'a field not included by default',
    'query ($a: Boolean = false) { dog { name @include(if: $a) age } }',
    { dog: { age: 3 } },
  ],
  [
    'a skipped fragment',
    'query ($a: Boolean!) { dog { age ... @skip(if: $a) { name } } }',
    { dog: { age: 3 } },
    { a: true },
  ],
  [
    'a spread not included',
    'query ($a: Boolean!) { dog { age ...F @include(if: $a) } } fragment F on Dog { name }',
    { dog: { age: 3 } },
    { a: false },
  ],
  [
    'conditions within conditions',
    'query ($a: Boolean!, $b: Boolean!) { dog { age ... @include(if: $a) { best @skip(if: $b) { name } } } }',
    { dog: { age: 3 } },
    { a: true, b: true },
  ],
  [
    'both conditions on one field',
    '{ dog { age name @include(if: true) @skip(if: true) } }',
    { dog: { age: 3 } },
  ],
  ['a whole number for a Float', '{ dog { weight } }', { dog: { weight: 3 } }],
  ['an empty list', '{ pets { __typename } }', { pets: [] }],
])('is answered rightly: %s', (_, query, data, variables = {}) => {
  expect(check(query, data, variables)).toEqual({ data, wrong: [] });
});

it.each<[string, string, object, object | null, string[]]>([
  ['an Int with a fraction', '{ dog { age } }', { dog: { age: 1.5 } }, { dog: { age: null } }, ['dog.age']],
  [
    'an Int beyond 32 bits',
    '{ dog { age } }',
    { dog: { age: 2 ** 31 } },
    { dog: { age: null } },
    ['dog.age'],
  ],
  [
    'a Float as text',
    '{ dog { weight } }',
    { dog: { weight: '1' } },
    { dog: { weight: null } },
    ['dog.weight'],
  ],
  ['an ID as a number', '{ dog { id } }', { dog: { id: 1 } }, { dog: { id: null } }, ['dog.id']],
  [
    'an unknown enum value',
    '{ dog { kind } }',
    { dog: { kind: 'HUGE' } },
    { dog: { kind: null } },
    ['dog.kind'],
  ],
  [
    'an enum value of Object',
    '{ dog { kind } }',
    { dog: { kind: 'toString' } },
    { dog: { kind: null } },
    ['dog.kind'],
  ],
  ['a scalar of ours', '{ when }', { when: [] }, { when: null }, ['when']],
  ['null that must not be', '{ dog { name } }', { dog: { name: null } }, { dog: null }, ['dog.name']],
  ['text for a Boolean', '{ dog { good } }', { dog: { good: 'yes' } }, { dog: null }, ['dog.good']],
  [
    'a field left out',
    '{ dog { age name } }',
    { dog: { name: 'Rex' } },
    { dog: { age: null, name: 'Rex' } },
    ['dog.age'],
  ],
  [
    'a field of Object left out',
    '{ dog { constructor: age } }',
    { dog: {} },
    { dog: { constructor: null } },
    ['dog.constructor'],
  ],
  ['an item that must not be null', '{ pets { __typename } }', { pets: [null] }, null, ['pets.0']],
  [
    'an item that may be null',
    '{ maybe { __typename ... on Dog { name } } }',
    { maybe: [{ __typename: 'Dog', name: 1 }, null] },
    { maybe: [null, null] },
    ['maybe.0.name'],
  ],
  ['an object for a list', '{ named { __typename } }', { named: {} }, { named: null }, ['named']],
  ['a list for an object', '{ dog { name } }', { dog: [] }, { dog: null }, ['dog']],
  [
    'a type that is none of the union',
    '{ pet { __typename } }',
    { pet: { __typename: 'Query' } },
    { pet: null },
    ['pet'],
  ],
  [
    'a type of another subgraph',
    '{ pet { __typename } }',
    { pet: { __typename: 'Fox' } },
    { pet: null },
    ['pet'],
  ],
  [
    'a type that nobody knows',
    '{ pet { __typename } }',
    { pet: { __typename: 'Hen' } },
    { pet: null },
    ['pet'],
  ],
  ['no type where there are several', '{ pet { __typename } }', { pet: {} }, { pet: null }, ['pet']],
  [
    'another type than the field has',
    '{ dog { __typename } }',
    { dog: { __typename: 'Cat' } },
    { dog: null },
    ['dog'],
  ],
  [
    'an object that the rules refuse',
    '{ dog { name } }',
    { dog: { name: 'Nobody' } },
    { dog: null },
    ['dog'],
  ],
])('is wrong where it stands: %s', (_, query, answer, data, wrong) => {
  expect(check(query, answer)).toEqual({ data, wrong });
});

it('keeps what was not asked for out', () => {
  expect(check('{ dog { age } }', { dog: { age: 3, name: 'Rex' }, pet: null }).data).toEqual({
    dog: { age: 3 },
  });
});

describe('entities', () => {
  const query =
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Dog { name } ... on Cat { lives } } }';
  const variables = {
    representations: [
      { __typename: 'Dog', id: '1' },
      { __typename: 'Cat', id: '2' },
    ],
  };
  const [dog, cat] = [{ name: 'Rex' }, { lives: 9 }];

  it('are of the type that they were asked for by, when they name none', () => {
    const data = { _entities: [dog, cat] };
    expect(check(query, data, variables)).toEqual({ data, wrong: [] });
  });

  it.each<[string, unknown, object | null, string[]]>([
    ['null for one that is not known', [null, cat], { _entities: [null, cat] }, []],
    ['of another type', [{ ...dog, __typename: 'Cat' }, cat], { _entities: [null, cat] }, ['_entities.0']],
    ['wrong in one of them', [dog, { lives: 'nine' }], { _entities: [dog, null] }, ['_entities.1.lives']],
    ['no objects', ['Rex', cat], { _entities: [null, cat] }, ['_entities.0']],
    ['too few', [dog], null, ['_entities']],
    ['too many', [dog, cat, cat], null, ['_entities']],
    ['no list', null, null, ['_entities']],
  ])('can be %s', (_, entities, data, wrong) => {
    expect(check(query, { _entities: entities }, variables)).toEqual({ data, wrong });
  });
});
