import { failed, type FetchedObject } from './run';
import { findPlace, markFailure, mergeInto, objectsAt } from './tree';
import { readSteps } from './tree-path';

const path = (...elements: string[]) => elements.flatMap(readSteps);

describe('objectsAt', () => {
  const book = { __typename: 'Book', author: { name: 'Ada' } };
  const film = { __typename: 'Film', author: { name: 'Ben' } };

  it.each([
    ['the root', path(), {}, [{}]],
    ['an object', path('a', 'b'), { a: { b: { id: 1 } } }, [{ id: 1 }]],
    ['elements of a list', path('a', '@'), { a: [{ id: 1 }, null, { id: 2 }] }, [{ id: 1 }, { id: 2 }]],
    [
      'elements of lists in lists',
      path('a', '@', '@'),
      { a: [[{ id: 1 }], [], [{ id: 2 }]] },
      [{ id: 1 }, { id: 2 }],
    ],
    ['what is null', path('a', 'b'), { a: null }, []],
    ['what has failed', path('a', 'b'), { a: failed }, []],
    ['objects of a type', path('', 'a', '@|[Book]', 'author'), { a: [book, film] }, [{ name: 'Ada' }]],
    ['objects of several types', path('a', '@|[Book,Film]'), { a: [film, book] }, [film, book]],
  ])('finds %s', (_, at, root, found) => {
    expect(objectsAt(root as FetchedObject, at)).toEqual(found);
  });
});

describe('findPlace', () => {
  it('says where the first of equal places has the object', () => {
    const object = { __typename: 'Book' };
    const root = { list: [{ item: { __typename: 'Book' } }, { item: object }, { item: object }] };

    expect(findPlace(root, path('list', '@', 'item'), object)).toEqual(['list', 1, 'item']);
    expect(findPlace(root, path('list', '@', 'item|[Film]'), object)).toBeUndefined();
  });
});

describe('mergeInto', () => {
  it.each([
    ['fields', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['fields of objects', { o: { a: 1 } }, { o: { b: 2 } }, { o: { a: 1, b: 2 } }],
    [
      'elements of lists',
      { l: [{ a: 1 }, { a: 2 }] },
      { l: [{ b: 1 }, { b: 2 }] },
      {
        l: [
          { a: 1, b: 1 },
          { a: 2, b: 2 },
        ],
      },
    ],
    ['a value over null', { a: null }, { a: 1 }, { a: 1 }],
    ['no null over a value', { a: 1 }, { a: null }, { a: 1 }],
    ['a value over a failure', { a: failed }, { a: 1 }, { a: 1 }],
    ['no failure over null', { a: null }, { a: failed }, { a: null }],
    [
      'an element that one list lacks',
      { l: [null, { a: 2 }] },
      { l: [{ b: 1 }, null] },
      { l: [{ b: 1 }, { a: 2 }] },
    ],
    [
      'the later of two lists of different lengths',
      { l: [{ a: 1 }] },
      { l: [{ b: 1 }, { b: 2 }] },
      { l: [{ b: 1 }, { b: 2 }] },
    ],
    ['the later of two values', { t: 'Account' }, { t: 'Admin' }, { t: 'Admin' }],
  ])('adds %s', (_, target, source, merged) => {
    mergeInto(target, source);
    expect(target).toEqual(merged);
  });
});

describe('markFailure', () => {
  it.each([
    ['a null', { a: { b: null } }, ['a', 'b'], { a: { b: failed } }],
    ['a null above the place', { a: null }, ['a', 'b'], { a: failed }],
    ['a null in a list', { l: [1, null] }, ['l', 1], { l: [1, failed] }],
    ['a value that is missing', { a: {} }, ['a', 'b'], { a: { b: failed } }],
    ['no value', { a: { b: 1 } }, ['a', 'b'], { a: { b: 1 } }],
  ])('marks %s', (_, data, place, marked) => {
    markFailure(data, place);
    expect(data).toEqual(marked);
  });
});
