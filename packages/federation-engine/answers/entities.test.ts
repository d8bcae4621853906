import { describeAnswers, findBy } from '../testing/answer-cases';

interface Line {
  readonly id: string;
  readonly stations: readonly string[];
  readonly back: string;
}

const stations = [
  { code: 'N', name: 'North', region: { land: 'A', zone: 7 }, staff: 12 },
  { code: 'S', name: 'South', region: { land: 'A', zone: 8 }, staff: 30 },
  { code: 'X', name: 'Closed', region: { land: 'B', zone: 1 }, staff: 0 },
];
const lines: readonly Line[] = [
  { id: 'red', stations: ['N', 'S'], back: 'blue' },
  { id: 'blue', stations: ['S', 'X'], back: 'red' },
];

/** Lines, and references to stations. */
const network = {
  typeDefs: `
    type Query { lines: [Line!]! next: Departure @shareable }
    type Line @key(fields: "id") { id: ID! stations: [Station!]! back: Line }
    type Station @key(fields: "code", resolvable: false) { code: ID! }
    type Departure @shareable { at: String station: Station }
  `,
  resolvers: {
    Query: { lines: () => lines, next: () => ({ at: '10:00', station: { code: 'S' } }) },
    Line: {
      __resolveReference: findBy(lines, 'id'),
      stations: (line: Line) => line.stations.map((code) => ({ code })),
      back: ({ back }: Line) => lines.find(({ id }) => id === back),
    },
  },
};

/** The only way from a station's code to its region. A closed station is unknown here. */
const register = {
  typeDefs: `
    type Query { next: Departure @shareable }
    type Station @key(fields: "code") @key(fields: "region { land zone }") {
      code: ID! region: Region! name: String @override(from: "offices")
    }
    type Region @shareable { land: String! zone: Int! }
    type Departure @shareable { platform: Int }
  `,
  resolvers: {
    Query: { next: () => ({ platform: 4 }) },
    Station: { __resolveReference: findBy(stations.slice(0, 2), 'code') },
  },
};

/** Knows stations by their regions alone. */
const offices = {
  typeDefs: `
    type Station @key(fields: "region { land zone }") { region: Region! name: String staff: Int }
    type Region @shareable { land: String! zone: Int! }
  `,
  resolvers: {
    Station: {
      __resolveReference: ({ region }: { region: { zone: number } }) =>
        stations.find((station) => station.region.zone === region.zone) ?? null,
      name: () => 'the overridden name',
    },
  },
};

describe('entities of several subgraphs', () => {
  describeAnswers({ network, register, offices }, [
    [
      // A key leads to another key; where the first is unknown, the second is null and nobody is asked.
      '{ lines { id stations { name staff } } }',
      {},
      {
        lines: [
          {
            id: 'red',
            stations: [
              { name: 'North', staff: 12 },
              { name: 'South', staff: 30 },
            ],
          },
          {
            id: 'blue',
            stations: [
              { name: 'South', staff: 30 },
              { name: null, staff: null },
            ],
          },
        ],
      },
    ],
    [
      '{ lines { back { back { id } id } } }',
      {},
      {
        lines: [{ back: { back: { id: 'red' }, id: 'blue' } }, { back: { back: { id: 'blue' }, id: 'red' } }],
      },
    ],
    [
      // A root field of two subgraphs, whose values are parts of one object.
      '{ next { platform at station { staff code } } }',
      {},
      { next: { platform: 4, at: '10:00', station: { staff: 30, code: 'S' } } },
    ],
  ]);
});
