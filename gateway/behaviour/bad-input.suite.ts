import { shareTestSystem } from '../testing/shared-system';
import type { TestSystem } from '../testing/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await shareTestSystem();
}, 60_000);

const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('an argument that cannot be', () => {
  it.each([
    ['{ targets(first: -1) { totalCount } }', 'first', 'first must be from 0 to 500, but got: -1.'],
    ['{ targets(first: 501) { totalCount } }', 'first', 'first must be from 0 to 500, but got: 501.'],
    ['{ targets(last: -3) { totalCount } }', 'last', 'last must be from 0 to 500, but got: -3.'],
    ['{ targets(first: 1, last: 1) { totalCount } }', 'last', 'Give first or last, not both.'],
    [
      '{ targets(after: "x") { totalCount } }',
      'after',
      'after must be a cursor from an earlier page, but got: x',
    ],
    [
      `{ targets(before: "${cursor('VALUE', 'k')}") { totalCount } }`,
      'before',
      'before must be a cursor of the order PLAN, but it is one of VALUE.',
    ],
    [
      `{ targets(after: "${cursor('PLAN', { $gt: '' })}") { totalCount } }`,
      'after',
      /^after must be a cursor from an earlier page/,
    ],
    [
      `{ targets(after: "${cursor('UPDATED', 'k', 'once')}", orderBy: {field: UPDATED}) { totalCount } }`,
      'after',
      /^after must be a cursor from an earlier page/,
    ],
    [
      '{ targets(filter: {departments: ["finance"]}) { totalCount } }',
      'filter.departments',
      /must be among economy, .*, but got: finance\.$/,
    ],
    [
      '{ targets(filter: {chapters: [8]}) { totalCount } }',
      'filter.chapters',
      'filter.chapters must be from 0 to 7, but got: 8.',
    ],
    [
      '{ targets(filter: {items: [35]}) { totalCount } }',
      'filter.items',
      'filter.items must be from 1 to 34, but got: 35.',
    ],
    [
      '{ targets(filter: {place: "nowhere"}) { totalCount } }',
      'filter.place',
      'filter.place must be the id of a place, but got: nowhere.',
    ],
    [
      '{ targets(filter: {reach: [NAMED]}) { totalCount } }',
      'filter.reach',
      'filter.reach needs filter.place.',
    ],
    [
      '{ targets(filter: {value: {min: 2, max: 1}}) { totalCount } }',
      'filter.value',
      'filter.value.min must not exceed max, but got: 2 and 1.',
    ],
    [
      '{ targets(filter: {text: " "}) { totalCount } }',
      'filter.text',
      'filter.text must have 2 characters or more, but got: 0.',
    ],
    ['{ results(first: -1) { totalCount } }', 'first', 'first must be from 0 to 500, but got: -1.'],
    [
      '{ search(text: "店") { totalCount } }',
      'text',
      'text must be words of two letters or digits or more, but got: “店”.',
    ],
    [
      '{ search(text: "") { totalCount } }',
      'text',
      'text must be words of two letters or digits or more, but got: “”.',
    ],
    [
      `{ search(text: "${'长'.repeat(101)}") { totalCount } }`,
      'text',
      'text must have at most 100 characters, but got: 101.',
    ],
    [
      '{ search(text: "首店", first: 101) { totalCount } }',
      'first',
      'first must be from 0 to 100, but got: 101.',
    ],
    ['{ place { name } }', 'id', 'Give id or name, one of the two.'],
    [
      '{ places(within: "nowhere") { name } }',
      'within',
      'within must be the id of a place, but got: nowhere.',
    ],
  ])('%s is named', async (query, argument, message) => {
    const { body } = await system.query(query);

    expect(body.errors).toHaveLength(1);
    expect(body.errors?.[0]).toMatchObject({
      message: typeof message === 'string' ? message : expect.stringMatching(message),
      extensions: { code: 'BAD_USER_INPUT', argument },
    });
    expect(JSON.stringify(body)).not.toMatch(/stacktrace|node_modules|\bat \w+ \(/);
  });

  it.each([
    ['{ targets(filter: {kinds: [WISH]}) { totalCount } }', /"WISH" does not exist in "TargetKind"/],
    ['{ targets(size: 3) { totalCount } }', /Unknown argument "size"/],
    ['{ nothing }', /Cannot query field "nothing"/],
    ['{ targets(first: "ten") { totalCount } }', /Int cannot represent non-integer value: "ten"/],
    ['{ targets', /Syntax Error/],
  ])('%s is refused before anything runs', async (query, message) => {
    const { status, body } = await system.query(query);

    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toMatch(message);
    expect(JSON.stringify(body)).not.toContain('stacktrace');
  });
});

describe('a request that is none', () => {
  it('for an operation that the document does not have is refused', async () => {
    const { status, body } = await system.post(
      JSON.stringify({ query: 'query One { __typename }', operationName: 'Two' }),
    );

    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toMatch(/Two/);
  });

  it('too large is told the limit', async () => {
    const { status, body } = await system.query(`{ targets { totalCount } } # ${'x'.repeat(1024 * 1024)}`);

    expect(status).toBe(413);
    expect(body.errors).toEqual([
      { message: 'The request body must be at most 256 kB.', extensions: { code: 'BAD_REQUEST' } },
    ]);
  });

  it('not JSON is told so', async () => {
    const { status, body } = await system.post('{ targets { totalCount } }');

    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { message: 'The request body must be JSON.', extensions: { code: 'BAD_REQUEST' } },
    ]);
  });

  it('with more tokens than any question needs is refused', async () => {
    const { status, body } = await system.query(`{ ${'__typename '.repeat(11_000)} }`);

    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', bound: 'tokens' });
  });

  it('to nowhere is told where GraphQL is', async () => {
    const response = await fetch(`${system.url}/grapql`);

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});

describe('an unknown id', () => {
  it('is null, and no error', async () => {
    const { body } = await system.query(
      `{ plan(year: 1999) { year } chapter(number: 8) { title } workItem(number: 35) { text } department(code: "finance") { name }
         place(name: "浦东") { id } none: target(id: "none") { id } missing: target(id: "economy:99.9") { title } }`,
    );

    expect(body).toEqual({
      data: {
        plan: null,
        chapter: null,
        workItem: null,
        department: null,
        place: null,
        none: null,
        missing: null,
      },
    });
  });
});
