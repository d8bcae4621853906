import { repeat, type Row } from './writing';

/** Arguments and variables that are long, deep, forged or no text. */
export const inputs: readonly Row[] = [
  [
    'a literal list of 9,000 numbers',
    'expansion',
    `{targets(filter:{items:[${repeat(9_000, (i) => `${i}`)}]}){totalCount}}`,
  ],
  [
    'a literal list 4,000 deep',
    'GRAPHQL_PARSE_FAILED',
    `{targets(filter:{units:${'['.repeat(4_000)}"a"${']'.repeat(4_000)}}){totalCount}}`,
  ],
  [
    'an object literal 2,400 deep',
    'GRAPHQL_PARSE_FAILED',
    `{targets(filter:${'{a:'.repeat(2_400)}1${'}'.repeat(2_400)}){totalCount}}`,
  ],
  [
    'a variable type 4,000 deep',
    'GRAPHQL_VALIDATION_FAILED',
    `query($a:${'['.repeat(4_000)}Int${']'.repeat(4_000)}){departments{code}}`,
  ],
  [
    '2,400 unused variables',
    'GRAPHQL_VALIDATION_FAILED',
    `query(${repeat(2_400, (i) => `$v${i}:Int`)}){departments{code}}`,
  ],
  [
    'a variable list of 20,000 units',
    'BAD_USER_INPUT',
    'query($u:[String!]){targets(filter:{units:$u}){totalCount}}',
    { u: Array.from({ length: 20_000 }, (_, i) => `u${i}`) },
  ],
  [
    'an id of 200,000 characters',
    'BAD_USER_INPUT',
    'query($id:ID!){target(id:$id){id}}',
    { id: `economy:${'9'.repeat(200_000)}` },
  ],
  [
    'a cursor of 100,000 characters',
    'BAD_USER_INPUT',
    `query($c:String){targets(after:$c){totalCount nodes{id}}}`,
    { c: 'A'.repeat(100_000) },
  ],
  [
    'a search text of 50,000 characters',
    'BAD_USER_INPUT',
    `query($t:String!){search(text:$t){totalCount}}`,
    { t: '建设 '.repeat(16_000) },
  ],
  [
    'a search of null bytes',
    'BAD_USER_INPUT',
    `query($t:String!){search(text:$t){totalCount}}`,
    { t: '\u0000\u0000\u0000' },
  ],
  [
    'a search of joined emoji and marks',
    'BAD_USER_INPUT',
    `query($t:String!){search(text:$t){totalCount}}`,
    { t: '👨‍👩‍👧‍👦'.repeat(5) + '\u0301'.repeat(20) },
  ],
  ['a lone surrogate', 'BAD_USER_INPUT', `query($n:String){place(name:$n){id}}`, { n: '\ud800' }],
  [
    'a number beyond every range',
    'GRAPHQL_VALIDATION_FAILED',
    `{targets(first:${'9'.repeat(400)}){totalCount}}`,
  ],
  ['a page of two thousand million', 'rows', `{targets(first:2147483647){nodes{id}}}`],
  ['a page of minus one', 'BAD_USER_INPUT', `{targets(first:-1){nodes{id}}}`],
  [
    'a forged selector in a cursor',
    'BAD_USER_INPUT',
    `{targets(after:"${Buffer.from('{"$where":"while(1);"}').toString('base64')}"){nodes{id}}}`,
  ],
  ['an operator for a name', '', `query($n:String){place(name:$n){id}}`, { n: '{"$gt":""}' }],
  [
    'a variable that is an operator',
    'BAD_USER_INPUT',
    `query($n:String){place(name:$n){id}}`,
    { n: { $gt: '' } },
  ],
  [
    'names of prototypes as aliases',
    '',
    `{__proto__x:departments{constructor:code} toString:departments{code}}`,
  ],
  ['the selector of a list', 'GRAPHQL_VALIDATION_FAILED', `{targets{selector economy{total}}}`],
  [
    'entities by representation',
    'GRAPHQL_VALIDATION_FAILED',
    `query($r:[_Any!]!){_entities(representations:$r){__typename}}`,
    { r: [] },
  ],
];
