import { createRequire } from 'node:module';
import { parse, type DocumentNode } from 'graphql';

const { needsTypedPaths } = createRequire(__filename)('./typed-paths') as {
  readonly needsTypedPaths: (document: DocumentNode) => boolean;
};

describe('the planner', () => {
  it.each([
    ['{ ads { product { name } } }', false],
    ['{ ads { ... on A { product { name } } ... on B { product { price } } } }', true],
    ['{ ads { ... on A { product { name } } ... on B { product { name } } } }', false],
    ['{ ads { ... on A { product { name } } ... on A { product { price } } } }', false],
    ['{ ads { ... on A { one: product { name } } ... on B { two: product { price } } } }', false],
    ['{ ads { product { name } ... on B { product { price } } } }', true],
    ['{ ads { ... on A { name } ... on B { name } } }', false],
    ['{ ads { ...X ... on B { product { price } } } } fragment X on A { product { name } }', true],
    ['{ list { ads { ... on A { product { name } } ... { ... on B { product { price } } } } } }', true],
  ])('must say types in the paths of %s: %s', (query, isNeeded) => {
    expect(needsTypedPaths(parse(query))).toBe(isNeeded);
  });
});
