import { compareAnswers } from './judge';

/** Takes the system's cursors for those of the oracle by their last letters. */
const cursors = { isSame: (oracle: string, system: unknown) => `⟨${String(system)}⟩` === oracle };

const error = (code: string, ...path: (string | number)[]) => ({ message: '', path, extensions: { code } });

describe('two answers', () => {
  it.each([
    [{ data: { a: 1, b: [{ c: null }] } }, { data: { a: 1, b: [{ c: null }] } }],
    [{ data: { a: '⟨x⟩' } }, { data: { a: 'x' } }],
    [{ data: JSON.parse('{"__proto__": 1}') }, { data: JSON.parse('{"__proto__": 1}') }],
    // Where several errors make one place null, any of them will do.
    [
      { data: { a: null }, errors: [error('X', 'a', 'b'), error('X', 'a', 'c')] },
      { data: { a: null }, errors: [error('X', 'a', 'c')] },
    ],
  ])('%j and %j agree', (right, answered) => {
    expect(compareAnswers(right as any, answered as any, cursors)).toBeNull();
  });

  it.each([
    ['data.a', { data: { a: 1 } }, { data: { a: 2 } }],
    ['data.a', { data: { a: {} } }, { data: { a: null } }],
    ['data.a', { data: { a: [] } }, { data: { a: {} } }],
    ['data.a', { data: { a: '⟨x⟩' } }, { data: { a: 'y' } }],
    ['data.a, its keys', { data: { a: { b: 1, c: 2 } } }, { data: { a: { c: 2, b: 1 } } }],
    ['data.a, its keys', { data: { a: [1] } }, { data: { a: [1, 2] } }],
    ['data, its keys', { data: { a: 1 } }, { data: {} }],
    ['data, its keys', { data: {} }, { data: JSON.parse('{"__proto__": 1}') }],
    ['data', { data: { a: 1 } }, { errors: [error('X')] }],
    ['errors', { data: { a: null } }, { data: { a: null }, errors: [error('X', 'a')] }],
    ['errors', { data: { a: null }, errors: [error('X', 'a')] }, { data: { a: null } }],
    [
      'errors',
      { data: { a: null }, errors: [error('X', 'a')] },
      { data: { a: null }, errors: [error('Y', 'a')] },
    ],
    [
      'errors',
      { data: { a: null, b: null }, errors: [error('X', 'a')] },
      { data: { a: null, b: null }, errors: [error('X', 'b')] },
    ],
  ])('differ at %s: %j and %j', (at, right, answered) => {
    expect(compareAnswers(right as any, answered as any, cursors)?.at).toBe(at);
  });
});
