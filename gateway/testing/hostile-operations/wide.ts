import { repeat, everyReach, allFacets, fullNode, type Row } from './writing';

/** Operations that ask for much beside each other. */
export const wide: readonly Row[] = [
  ['every place with 500 targets', 'rows', `{places{targets(first:500,${everyReach}){nodes{id title}}}}`],
  [
    'every place with 500 full targets',
    'rows',
    `{places{targets(first:500,${everyReach}){edges{reach evidence node{${fullNode}}}}}}`,
  ],
  [
    'every place with 500 targets by a variable',
    'rows',
    `query($n:Int){places{targets(first:$n,${everyReach}){nodes{id}}}}`,
    { n: 500 },
  ],
  [
    'every place with 500 targets by a default',
    'rows',
    `query($n:Int=500){places{targets(last:$n,${everyReach}){nodes{id}}}}`,
  ],
  ['every place with facets', 'rows', `{places{targets{${allFacets}}}}`],
  ['300 aliased facets', 'tokens', `{${repeat(300, (i) => `a${i}:targets(first:0){${allFacets}}`)}}`],
  [
    '55 aliased facets',
    'fetches|planning',
    `{${repeat(55, (i) => `a${i}:targets(first:${i}){facets{kinds{count}}}`)}}`,
  ],
  [
    '50 aliased lists',
    'fetches|planning',
    `{${repeat(50, (i) => `a${i}:targets(first:${i}){nodes{id title}}`)}}`,
  ],
  ['500 aliases of a leaf', 'aliases', `{departments{${repeat(500, (i) => `a${i}:name`)}}}`],
  ['70 aliased chapters', 'rootFields', `{${repeat(70, (i) => `a${i}:chapter(number:${i}){title}`)}}`],
  [
    '60 searches',
    'fetches|planning',
    `{${repeat(60, (i) => `a${i}:search(text:"建设",first:100){nodes{__typename}}`)}}`,
  ],
  [
    'six searches of 100',
    '',
    `{${repeat(6, (i) => `a${i}:search(text:"建设${i}",first:100){totalCount nodes{__typename}}`)}}`,
  ],
  [
    'aliases within aliases',
    'aliases',
    `{${repeat(30, (i) => `a${i}:chapter(number:1){${repeat(30, (j) => `b${j}:title`)}}`)}}`,
  ],
  ['lists of lists with 500 each', 'rows', `{departments{items{targets(first:500){nodes{${fullNode}}}}}}`],
  [
    'search hits taken apart',
    'rows',
    `{search(text:"建设"){nodes{...on Target{${repeat(60, () => `department{items{targets{nodes{id}}}}`)}}}}}`,
  ],
  [
    'a root field 900 times',
    'GRAPHQL_VALIDATION_FAILED',
    `{${repeat(900, () => `chapter(number:1){title}`)}}`,
  ],
  ['a leaf 9,900 times', 'GRAPHQL_VALIDATION_FAILED', `{departments{${repeat(9_900, () => 'code')}}}`],
];
