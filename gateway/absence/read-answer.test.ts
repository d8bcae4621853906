import { buildSchema, parse } from 'graphql';
import type { SourceResponse } from '../sources/failure';
import { readSupergraph } from '../supergraph/read-supergraph';
import { findServedTypes } from '../supergraph/served-types';
import { Absence } from './absence';
import { createFetch } from './fetch';
import { readAnswer } from './read-answer';

const supergraph = buildSchema(readSupergraph(), { assumeValidSDL: true });
const servedTypes = findServedTypes(supergraph, 'economy');
const rules = { scalars: {}, objectProblem: () => undefined };
const origin = { requestId: 'r', signal: new AbortController().signal };
const internal = { message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
const unavailable = { extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'economy' } };

const slices = { type: 'TargetConnection', fields: 'economy { total }', key: { selector: '{}' } };
const details = { type: 'EconomyTarget', fields: 'title revision', key: { id: 'economy:1.1' } };

function read(
  { type, fields, key }: typeof slices | typeof details,
  response: SourceResponse,
  trusted = false,
) {
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on ${type} { ${fields} } }
  }`;
  const variables = { representations: [{ __typename: type, ...key }] };
  const request = { document: parse(query), query, variables, origin };
  const fetch = createFetch({ supergraph, request, absence: new Absence(), isOfList: false });
  const found: string[] = [];
  const onFindings = (reason: string) => found.push(reason);
  const reader = { subgraph: 'economy', trusted, servedTypes, rules, onMasked: () => undefined, onFindings };
  return { ...readAnswer(fetch, response, reader), found };
}

const entities = (entity: unknown, errors?: SourceResponse['errors']) => ({
  data: { _entities: [entity] },
  errors,
});

describe.each([true, false])('an answer of slices, trusted: %j,', (trusted) => {
  it.each<[string, SourceResponse, unknown, object[]]>([
    ['with the slice, passes', entities({ economy: { total: 3 } }), { economy: { total: 3 } }, []],
    [
      'without the slice, with an error, is absence',
      entities({ economy: null }, [internal]),
      { economy: null },
      [unavailable],
    ],
    [
      'without the entity, with an error, is absence',
      entities(null, [internal]),
      { economy: null },
      [unavailable],
    ],
  ])('%s', (_, response, entity, errors) => {
    const answer = read(slices, response, trusted);

    expect(answer.data).toEqual({ _entities: [entity] });
    expect(answer.errors).toMatchObject(errors);
    expect(answer.errors).toHaveLength(errors.length);
  });

  it.each<[string, SourceResponse, string]>([
    ['without the slice and without an error', entities({ economy: null }), 'left out a slice'],
    ['without data', { data: null, errors: [internal] }, 'answered without data: Internal server error.'],
    [
      'with an error for clients and no data',
      { data: null, errors: [{ ...internal, path: ['_entities'] }] },
      'answered without data',
    ],
  ])('%s, is a failure', (_, response, message) => {
    expect(() => read(slices, response, trusted)).toThrow(message);
  });
});

it.each<[string, SourceResponse, string]>([
  [
    'with a wrong slice',
    entities({ economy: { total: 'x' } }),
    'answered what cannot be: _entities.0.economy.total',
  ],
  [
    'with too few entities',
    { data: { _entities: [] } },
    'answered what cannot be: _entities must have 1 entities',
  ],
  [
    'that refuses the operation',
    { errors: [{ message: 'No.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    'refused the operation: No.',
  ],
])('an answer of slices %s is a failure of a remote subgraph', (_, response, message) => {
  expect(() => read(slices, response)).toThrow(message);
});

it('too few slices are a failure of a trusted subgraph too', () => {
  expect(() => read(slices, { data: { _entities: [] } }, true)).toThrow('other entities than were asked for');
});

it.each<[string, SourceResponse, unknown, object[], number]>([
  ['that is right passes', entities({ title: '甲', revision: 0 }), { title: '甲', revision: 0 }, [], 0],
  ['of an unknown entity passes', entities(null), null, [], 0],
  ['with a wrong value is null there', entities({ title: '甲', revision: 'x' }), null, [unavailable], 1],
  ['with an error of ours keeps it', entities(null, [internal]), null, [internal], 0],
])('an answer of details %s', (_, response, entity, errors, findings) => {
  const { data, errors: read_, found } = read(details, response);

  expect(data).toEqual({ _entities: [entity] });
  expect(read_).toMatchObject(errors);
  expect(found).toHaveLength(findings);
});
