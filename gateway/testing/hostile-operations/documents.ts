import { repeat, report, type Row } from './writing';

/** Documents that are costly to read or to validate, introspection, and floods of writes. */
export const documents: readonly Row[] = [
  ['10,001 tokens', 'tokens', `{departments{${repeat(10_001, () => 'code')}}}`],
  ['a comment of 200,000 characters', '', `{departments{code}} #${'x'.repeat(200_000)}`],
  ['1,600 operations', 'GRAPHQL_PARSE_FAILED', `{departments{code}} ${repeat(1_200, () => 'query{')}`],
  [
    '@include 1,200 times',
    'GRAPHQL_VALIDATION_FAILED',
    `{departments{code ${repeat(1_200, () => '@include(if:true)')}}}`,
  ],
  [
    'an unknown directive 4,000 times',
    'GRAPHQL_VALIDATION_FAILED',
    `{departments{code ${repeat(4_000, () => '@x')}}}`,
  ],
  [
    'types in types in types',
    'GRAPHQL_VALIDATION_FAILED',
    `{__schema{types{fields{type{fields{type{fields{name}}}}}}}}`,
  ],
  [
    'types in types through fragments',
    'GRAPHQL_VALIDATION_FAILED',
    `{__schema{types{...A}}} fragment A on __Type{fields{type{...B}}} fragment B on __Type{fields{type{fields{name}}}}`,
  ],
  [
    '50 introspections',
    '',
    `{${repeat(50, (i) => `a${i}:__schema{types{name fields{name type{name ofType{name}}}}}`)}}`,
  ],
  ['300 introspections', 'rootFields', `{${repeat(300, (i) => `a${i}:__schema{types{name}}`)}}`],
  [
    'possible types of possible types',
    'GRAPHQL_VALIDATION_FAILED',
    `{__schema{types{possibleTypes{interfaces{possibleTypes{name}}}}}}`,
  ],
  ['400 aliased reports', 'rootFields', `mutation{${repeat(400, (i) => `m${i}:${report}`)}}`],
  ['55 aliased reports', 'BAD_USER_INPUT', `mutation{${repeat(55, (i) => `m${i}:${report}`)}}`],
  [
    'misspelled fields 500 times',
    'GRAPHQL_VALIDATION_FAILED',
    `{departments{${repeat(500, (i) => `availabel${i}`)}}}`,
  ],
  ['nothing but brackets', 'GRAPHQL_PARSE_FAILED', '{'.repeat(9_000)],
];
