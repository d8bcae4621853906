import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { failed } from '../tree/run';
import { compileRepresentation } from './representation';

const field = (
  name: string,
  selections?: QueryPlanSelectionNode[],
  alias?: string,
): QueryPlanSelectionNode => ({
  kind: 'Field',
  name,
  ...(alias !== undefined && { alias }),
  ...(selections && { selections }),
});
const on = (typeCondition: string, ...selections: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  kind: 'InlineFragment',
  typeCondition,
  selections,
});

const isOfType = (typename: string, condition: string) => typename === condition || condition === 'Item';

describe('a representation', () => {
  const typename = field('__typename');
  const toy = { __typename: 'Toy', id: '1', _0: 5, maker: { name: 'Ada' }, parts: [{ n: 1 }, null] };

  it.each([
    ['of a key', [on('Toy', typename, field('id'))], toy, { __typename: 'Toy', id: '1' }],
    ['through an interface', [on('Item', typename, field('id'))], toy, { __typename: 'Toy', id: '1' }],
    ['of another type', [on('Book', typename, field('id'))], toy, null],
    ['of an object without a type', [on('Toy', typename, field('id'))], { id: '1' }, null],
    [
      'with what others select too',
      [on('Toy', typename, field('maker', [field('name')]))],
      toy,
      { __typename: 'Toy', maker: { name: 'Ada' } },
    ],
    ['with a list', [on('Toy', field('parts', [field('n')]))], toy, { parts: [{ n: 1 }, null] }],
    ['with an input under another key', [on('Toy', field('price', undefined, '_0'))], toy, { price: 5 }],
    ['with a null', [on('Toy', field('id'))], { __typename: 'Toy', id: null }, { id: null }],
    [
      'with a null of an object',
      [on('Toy', field('maker', [field('name')]))],
      { __typename: 'Toy', maker: null },
      { maker: null },
    ],
    ['without an input', [on('Toy', field('age'))], toy, undefined],
    ['with a failed input', [on('Toy', field('id'))], { __typename: 'Toy', id: failed }, undefined],
    [
      'with an input that failed below',
      [on('Toy', field('maker', [field('name')]))],
      { __typename: 'Toy', maker: { name: failed } },
      undefined,
    ],
    [
      'with a list in which one failed',
      [on('Toy', field('tags'))],
      { __typename: 'Toy', tags: ['a', failed] },
      undefined,
    ],
    [
      'with an object that failed',
      [on('Toy', field('maker', [field('name')]))],
      { __typename: 'Toy', maker: failed },
      undefined,
    ],
    [
      'of two fragments',
      [on('Toy', field('maker', [field('name')])), on('Item', field('maker', [field('age')]))],
      { __typename: 'Toy', maker: { name: 'Ada', age: 9 } },
      { maker: { name: 'Ada', age: 9 } },
    ],
  ])('%s', (_, selections, object, representation) => {
    expect(compileRepresentation(selections, isOfType)(object)).toEqual(representation);
  });
});
