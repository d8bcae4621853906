import { repeat, writeFragments, type Row } from './writing';

/** Fragments that write out to far more than was sent. */
export const fragments: readonly Row[] = [
  [
    'a fragment cycle',
    'GRAPHQL_VALIDATION_FAILED',
    `{place(id:"x"){...A}} fragment A on Place{within{...B}} fragment B on Place{within{...A}}`,
  ],
  ['a fragment of itself', 'GRAPHQL_VALIDATION_FAILED', `{place(id:"x"){...A}} fragment A on Place{id ...A}`],
  [
    'a bomb of 60 fragments',
    'expansion',
    `{place(id:"x"){...F0}} ${writeFragments(60, 'Place', (next) => `within{${next}} contains{${next}}`)}`,
  ],
  [
    'a bomb that spreads each twice',
    'expansion',
    `{place(id:"x"){...F0}} ${writeFragments(40, 'Place', (next) => `${next} ${next}`)}`,
  ],
  [
    'a bomb on an interface',
    'expansion',
    `{target(id:"economy:2.1"){...F0}} ${writeFragments(12, 'Target', (next) => `${next} baseline{targets{${next}}}`)}`,
  ],
  [
    'a chain of 1,000 fragments',
    'depth',
    `{place(id:"x"){...F0}} ${writeFragments(1_000, 'Place', (next) => next)}`,
  ],
  [
    '4,500 spreads of one fragment',
    'expansion',
    `{departments{${repeat(4_500, () => '...F')}}} fragment F on Department{code}`,
  ],
  [
    '600 fragments on one type',
    'GRAPHQL_VALIDATION_FAILED',
    `{departments{${repeat(600, (i) => `...F${i}`)}}} ${repeat(600, (i) => `fragment F${i} on Department{code name}`)}`,
  ],
  [
    'fragments that nobody uses',
    'GRAPHQL_VALIDATION_FAILED',
    `{departments{code}} ${repeat(500, (i) => `fragment F${i} on Place{id}`)}`,
  ],
  [
    'a fragment spread around a long literal',
    'expansion',
    `{${repeat(20, () => '...F')}} fragment F on Query{targets(filter:{items:[${repeat(2_000, (i) => `${i}`)}]}){totalCount}}`,
  ],
];
