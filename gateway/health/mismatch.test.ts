import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { departmentCodes } from '../../schema/departments';
import { readSupergraph } from '../supergraph/read-supergraph';
import { findMismatches } from './mismatch';
import { readSubgraphPart } from '../supergraph/subgraph-part';

const supergraph = parse(readSupergraph());
const schemaOf = (name: string) =>
  readFileSync(join(__dirname, '../../schema/subgraphs', `${name}.graphql`), 'utf8');
const mismatches = (sdl: string, name = 'economy') => findMismatches(readSubgraphPart(supergraph, name), sdl);

it.each([...departmentCodes, 'plan'])('what %s serves is what the supergraph says of it', (name) => {
  expect(readSubgraphPart(supergraph, name).length).toBeGreaterThan(10);
  expect(mismatches(schemaOf(name), name)).toEqual([]);
});

/** An edit that must change something. */
function edited(from: string | RegExp, to: string, name = 'economy'): string {
  const sdl = schemaOf(name);
  const changed = sdl.replace(from, to);
  if (changed === sdl) throw new Error(`${String(from)} must be in the schema of ${name}, but is not.`);
  return changed;
}

it.each<[string, string]>([
  ['a field more', edited('industry: String', 'industry: String more(a: Int!): Int')],
  ['a type more', `${schemaOf('economy')} type More { a: Int }`],
  ['a value more', edited('  BELOW\n', '  BELOW\n  BESIDE\n')],
  ['a key more', edited('@key(fields: "ref")', '@key(fields: "ref") @key(fields: "title")')],
  ['a promise more', edited('industry: String', 'industry: String!')],
  ['an argument more that may be left out', edited('industry: String', 'industry(short: Boolean): String')],
  ['a demand less', edited('expectedRevision: Int!', 'expectedRevision: Int')],
  [
    'an input more that may be left out',
    edited('expectedRevision: Int!', 'expectedRevision: Int! more: Int'),
  ],
  [
    'a field in an extension',
    `${edited('industry: String', 'other: String')} extend type EconomyTarget { industry: String }`,
  ],
  [
    'another name for the type of mutations',
    edited('type Mutation', 'schema { mutation: Writes } type Writes'),
  ],
])('%s does no harm', (_, sdl) => {
  expect(mismatches(sdl)).toEqual([]);
});

it.each<[string, string, string]>([
  ['a field is gone', edited('industry: String', 'branch: String'), 'EconomyTarget.industry is missing.'],
  [
    'a field is of another type',
    edited('industry: String', 'industry: [String]'),
    'EconomyTarget.industry must be String, but is: [String].',
  ],
  [
    'a field may be null now',
    edited(/(\btotal): Int!/, '$1: Int'),
    'TargetSlice.total must be Int!, but is: Int.',
  ],
  [
    'a field demands an argument',
    edited('industry: String', 'industry(a: Int!): String'),
    'EconomyTarget.industry must not demand a, which the supergraph does not know.',
  ],
  [
    'an argument is gone',
    edited('input: ReportProgressInput!', 'report: ReportProgressInput'),
    'Mutation.reportEconomyProgress(input:) is missing.',
  ],
  [
    'an argument is of another type',
    edited('input: ReportProgressInput!', 'input: String!'),
    'Mutation.reportEconomyProgress(input:) must take ReportProgressInput!, but takes: String!.',
  ],
  [
    'an input is gone',
    edited(/\n {2}achieved: Boolean/, '\n  reached: Boolean'),
    'ReportProgressInput.achieved is missing.',
  ],
  [
    'an input is demanded',
    edited(/\n {2}achieved: Boolean/, '\n  achieved: Boolean!'),
    'ReportProgressInput.achieved must be Boolean, but is: Boolean!.',
  ],
  [
    'an input more is demanded',
    edited('expectedRevision: Int!', 'expectedRevision: Int! more: Int!'),
    'ReportProgressInput must not demand more, which the supergraph does not know.',
  ],
  ['a value is gone', edited(/\n {2}BELOW\n/, '\n  BENEATH\n'), 'BaselineComparison has no value BELOW.'],
  [
    'a key is gone',
    edited(/(type EconomyTarget [^{]*)@key\(fields: "ref"\)/, '$1'),
    'EconomyTarget has no key ref.',
  ],
  [
    'a key resolves nothing',
    edited(/(type EconomyTarget [^{]*)@key\(fields: "ref"\)/, '$1@key(fields: "ref", resolvable: false)'),
    'EconomyTarget has no key ref.',
  ],
  [
    'an interface is gone',
    edited('type EconomyResult implements Result', 'type EconomyResult'),
    'EconomyResult has no interface Result.',
  ],
  ['a type is gone', edited('type FacetCount', 'type FacetCounts'), 'FacetCount is missing.'],
])('is told when %s', (_, sdl, mismatch) => {
  expect(mismatches(sdl)).toContain(mismatch);
});

it('is told of a member of a union that is gone', () => {
  expect(mismatches(edited('union SearchHit = WorkItem | ', 'union SearchHit = ', 'plan'), 'plan')).toEqual([
    'SearchHit has no member WorkItem.',
  ]);
});

it.each(['nonsense', '', '{ a }'])('is told that %j is no schema', (sdl) => {
  expect(mismatches(sdl).length).toBeGreaterThan(0);
});
