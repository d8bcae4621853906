import type { Source } from '../sources/source';
import { readErrors } from '../testing/answer-cases';
import { startSupergraph, transports, type TestSupergraph } from '../testing/test-supergraph';
import { crewState, railway } from './railway';

interface WrongAnswer {
  readonly query: string;
  /** The person whose resolvers throw. */
  readonly sick?: string;
  /** A change in the text of the answers of `crew`. */
  readonly replace?: readonly [string, string];
  readonly data: unknown;
  readonly errors: readonly string[];
}

const cases: readonly (readonly [title: string, WrongAnswer])[] = [
  [
    'an error beside data: a root field',
    { query: '{ head: chief { name } }', sick: 'Ada', data: { head: null }, errors: ['head: Ada is sick.'] },
  ],
  [
    'an error beside data: a field that may not be null',
    { query: '{ trains { id } boss { name } }', sick: 'Ada', data: null, errors: ['boss: Ada is sick.'] },
  ],
  [
    'an error beside data: a list',
    {
      query: '{ staff { name } trains { id } }',
      sick: 'Ben',
      data: { staff: null, trains: [{ id: 'T1' }, { id: 'T2' }] },
      errors: ['staff: Ben is sick.'],
    },
  ],
  [
    'an error beside data: a mutation',
    {
      query: 'mutation { new: hire { name } }',
      sick: 'Ada',
      data: { new: null },
      errors: ['new: Ada is sick.'],
    },
  ],
  [
    'an error at an entity, which is an input',
    {
      query: '{ trains { wage food driver { name } } }',
      sick: 'Ben',
      data: {
        trains: [
          { wage: 'wage of Ada', food: 'soup in T1', driver: { name: 'Ada' } },
          { wage: null, food: 'soup in T2', driver: null },
        ],
      },
      errors: ['trains.1.driver: Ben is sick.'],
    },
  ],
  [
    'an error at an entity, which is an input of one of two fields of a fetch',
    {
      query: '{ trains { fuel wage } }',
      sick: 'Ben',
      data: {
        trains: [
          { fuel: 'fuel for STEAM', wage: 'wage of Ada' },
          { fuel: 'fuel for ELECTRIC', wage: null },
        ],
      },
      errors: ['trains.1: Ben is sick.'],
    },
  ],
  [
    'an error at an entity, which is the input of an input',
    {
      query: '{ list: trains { tax stamp kind } }',
      sick: 'Ben',
      data: {
        list: [
          { tax: 'tax on wage of Ada', stamp: 'stamp T1', kind: 'STEAM' },
          { tax: null, stamp: 'stamp T2', kind: 'ELECTRIC' },
        ],
      },
      errors: ['list.1: Ben is sick.'],
    },
  ],
  [
    'an error under two aliases',
    {
      query: '{ trains { a: driver { name } b: driver { name } } }',
      sick: 'Ben',
      data: {
        trains: [
          { a: { name: 'Ada' }, b: { name: 'Ada' } },
          { a: null, b: null },
        ],
      },
      errors: ['trains.1.a: Ben is sick.', 'trains.1.b: Ben is sick.'],
    },
  ],
  [
    'null where there must be a value',
    {
      query: '{ staff { name } trains { id } }',
      replace: ['"Ben"', 'null'],
      data: { staff: null, trains: [{ id: 'T1' }, { id: 'T2' }] },
      errors: ['staff.1.name: Cannot return null for non-nullable field Person.name.'],
    },
  ],
  [
    'null where there must be a value, in an entity',
    {
      query: '{ trains { id speed } }',
      replace: ['222', 'null'],
      data: { trains: null },
      errors: ['trains.1.speed: Cannot return null for non-nullable field Train.speed.'],
    },
  ],
  [
    'an unknown enum value',
    {
      query: '{ trains { id kind } }',
      replace: ['"STEAM"', '"MAGIC"'],
      data: {
        trains: [
          { id: 'T1', kind: null },
          { id: 'T2', kind: 'ELECTRIC' },
        ],
      },
      errors: ['trains.0.kind: Enum "Kind" cannot represent value: "MAGIC"'],
    },
  ],
  [
    'an object of no type that may stand there',
    {
      query: '{ trains { guest { ... on Dog { name } ... on Cat { name } } } }',
      replace: ['"Dog"', '"Wolf"'],
      data: { trains: [{ guest: null }, { guest: { name: 'guest of T2' } }] },
      errors: ['trains.0.guest: Guest must be one of its types, but got: Wolf.'],
    },
  ],
  [
    'a number where an object must be',
    {
      query: '{ chief { name } }',
      replace: ['{"name":"Ada"}', '7'],
      data: { chief: null },
      errors: ['chief: Person must be an object, but its subgraph gave another value.'],
    },
  ],
  [
    'an object where a list must be',
    {
      query: '{ staff { name } }',
      replace: ['[{"name":"Ada"},{"name":"Ben"}]', '{}'],
      data: { staff: null },
      errors: ['staff: Query.staff must be a list, but its subgraph gave another value.'],
    },
  ],
  [
    'a text where a number must be',
    {
      query: '{ trains { speed } }',
      replace: ['111', '"fast"'],
      data: { trains: null },
      errors: ['trains.0.speed: Int cannot represent non-integer value: "fast"'],
    },
  ],
  [
    'fewer entities than were asked for',
    {
      query: '{ trains { kind } }',
      replace: [',{"kind":"ELECTRIC"}', ''],
      data: { trains: [{ kind: 'STEAM' }, { kind: null }] },
      errors: ['trains.1: Subgraph crew gave 1 of 2 entities.'],
    },
  ],
];

describe.each(transports)('a wrong answer %s', (transport) => {
  let replace: WrongAnswer['replace'];
  let supergraph: TestSupergraph;

  const changeAnswers = (source: Source): Source => ({
    ...source,
    fetch: async (request) => {
      const text = JSON.stringify(await source.fetch(request));
      return JSON.parse(replace ? text.replaceAll(...replace) : text) as object;
    },
  });

  beforeAll(async () => {
    supergraph = await startSupergraph(railway, {
      transport,
      wrapSource: (source, name) => (name === 'crew' ? changeAnswers(source) : source),
    });
  });

  afterAll(() => supergraph.stop());

  it.each(cases)(
    'is told once, at its place: %s',
    async (_, { query, sick = '', data, errors, ...given }) => {
      crewState.sick = sick;
      replace = given.replace;

      const answer = await supergraph.ask(query);

      expect({ data: answer.data, errors: readErrors(answer) }).toEqual({ data, errors });
    },
  );
});
