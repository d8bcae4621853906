import { nest, times, fullNode, type Row } from './writing';

/** Operations that are nested deeply or go in circles. */
export const deep: readonly Row[] = [
  [
    'places up and down three times',
    'returns',
    `{${nest(['places', ...times(3, ['within', 'contains'])], 'id')}}`,
  ],
  [
    'one place down and up',
    'returns',
    `{${nest(['place(name:"静安区")', ...times(3, ['contains', 'within'])], 'id')}}`,
  ],
  ['everything within everything', 'rows', `{${nest(['places', ...times(4, ['contains'])], 'id')}}`],
  [
    'chapters and items eight deep',
    'depth',
    `{${nest(['plan', 'chapters', ...times(8, ['items', 'chapter'])], 'title')}}`,
  ],
  [
    'departments and items',
    'returns',
    `{${nest(['departments', ...times(5, ['items', 'department'])], 'name')}}`,
  ],
  ['places within 900 deep', 'depth', `{${nest(['place(id:"x")', ...times(900, ['within'])], 'id')}}`],
  [
    // The parser's stack ends first, or its tokens where V8 has compiled the parser to smaller frames.
    'a path that the parser cannot follow',
    'GRAPHQL_PARSE_FAILED|tokens',
    `{${nest(['place(id:"x")', ...times(4900, ['within'])], 'id')}}`,
  ],
  [
    'targets of departments of targets, three deep',
    'returns',
    '{targets{nodes{department{targets{nodes{department{targets{nodes{department{targets{nodes{id title}}}}}}}}}}}}',
  ],
  [
    'targets of departments of targets, full',
    'returns',
    `{targets{nodes{${fullNode} department{targets{nodes{${fullNode} department{targets{nodes{${fullNode}}}}}}}}}}`,
  ],
  [
    'baselines and targets four deep',
    'expansion',
    `{targets{${nest(['nodes', ...times(4, ['baseline', 'targets'])], fullNode)}}}`,
  ],
  [
    'relations of relations',
    'expansion',
    `{targets{${nest(['nodes', ...times(6, ['related', 'target'])], 'id')}}}`,
  ],
  [
    'places of targets of places',
    'returns',
    `{places{targets{nodes{places{targets{nodes{places{targets{nodes{id}}}}}}}}}}`,
  ],
  [
    'a deep path of inline fragments',
    'depth',
    `{place(id:"x"){${nest(times(60, ['...on Place{within', '...']), 'id')}${'}'.repeat(60)}}}`,
  ],
];
