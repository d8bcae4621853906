import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { departmentCodes } from '../../schema/departments';
import { shareTestSystem } from '../testing/shared-system';
import type { TestSystem } from '../testing/test-system';

const schema = buildSchema(readFileSync(join(__dirname, '../../schema/api.graphql'), 'utf8'));

/** How a query comes to a type whose fields take arguments. */
const wayTo: Readonly<Record<string, (field: string) => string>> = {
  Query: (field) => field,
  Plan: (field) => `plan { ${field} }`,
  Chapter: (field) => `chapter(number: 1) { ${field} }`,
  WorkItem: (field) => `workItem(number: 2) { ${field} }`,
  Department: (field) => `department(code: "economy") { ${field} }`,
  Place: (field) => `place(id: "place:静安区") { ${field} }`,
  Mutation: (field) => field,
};

/** What an argument cannot be given without. */
const companions: Readonly<Record<string, object>> = {
  'filter.reach': { place: 'place:静安区' },
  'input.targetId': { expectedRevision: 0, note: '说明' },
  'input.note': { expectedRevision: 0, targetId: 'economy:99.9' },
};

interface Bounded {
  readonly at: string;
  /** `filter.units` */
  readonly argument: string;
  readonly kind: 'text' | 'list';
  readonly ask: (value: unknown) => readonly [query: string, variables: object];
  /** One element that a list may have. */
  readonly element: unknown;
}

/** Every text and every list among the arguments of the public schema. */
function boundedArguments(): Bounded[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
      ? Object.values(type.getFields()).flatMap(({ name, args }) =>
          args.flatMap((argument) => boundedIn(type.name, name, argument)),
        )
      : [],
  );
}

function boundedIn(owner: string, field: string, argument: GraphQLArgument): Bounded[] {
  const operation = owner === 'Mutation' ? 'mutation' : 'query';
  const beside = owner === 'Query' && field === 'search' && argument.name !== 'text' ? ', text: "首店"' : '';
  const selection = `${field}(${argument.name}: $value${beside}) { __typename }`;
  const query = `${operation} ($value: ${argument.type.toString()}) { ${wayTo[owner]?.(selection)} }`;
  const at = `${owner}.${field}`;
  return leavesOf(argument).flatMap(({ path, leaf }) => {
    const ask = (value: unknown) =>
      [query, { value: nest(path.slice(1), value, companions[path.join('.')]) }] as const;
    const named = getNamedType(leaf.type);
    const element = isEnumType(named) ? named.getValues()[0]?.name : named.name === 'Int' ? 1 : 'x';
    const isList = isListType(getNullableType(leaf.type));
    const common = { at, argument: path.join('.'), element };
    const asText = isList ? (value: unknown) => ask([value]) : ask;
    return [
      ...(isList ? [{ ...common, kind: 'list' as const, ask }] : []),
      ...(['String', 'ID'].includes(named.name) ? [{ ...common, kind: 'text' as const, ask: asText }] : []),
    ];
  });
}

function leavesOf(
  leaf: GraphQLArgument | GraphQLInputField,
  before: readonly string[] = [],
): { path: readonly string[]; leaf: GraphQLArgument | GraphQLInputField }[] {
  const path = [...before, leaf.name];
  const type = getNullableType(leaf.type);
  return isInputObjectType(type)
    ? Object.values(type.getFields()).flatMap((field) => leavesOf(field, path))
    : [{ path, leaf }];
}

const nest = (path: readonly string[], value: unknown, companion: object = {}): unknown =>
  path.reduceRight<unknown>((inner, name) => ({ ...companion, [name]: inner }), value);

const bounded = boundedArguments();
const texts = bounded
  .filter(({ kind }) => kind === 'text')
  .map((each) => [each.at, each.argument, each] as const);
const lists = bounded
  .filter(({ kind }) => kind === 'list')
  .map((each) => [each.at, each.argument, each] as const);

it('every type whose fields take arguments has a way to it', () => {
  expect([...new Set(bounded.map(({ at }) => at.split('.')[0]))].toSorted()).toEqual(
    Object.keys(wayTo).toSorted(),
  );
  expect(texts.length).toBeGreaterThan(40);
  expect(lists.length).toBeGreaterThan(40);
});

describe.each([
  ['in one process', []],
  ['over HTTP', [...departmentCodes, 'plan']],
])('%s', (_, alone) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await shareTestSystem(alone);
  }, 60_000);

  const codesOf = async ([query, variables]: readonly [string, object]) => {
    const { body } = await system.query(query, variables);
    return (body.errors ?? []).map(({ extensions }) => extensions.code as string);
  };

  it.each(texts)('%s(%s) is refused when it is too long', async (_at, argument, { ask }) => {
    const { body } = await system.query(...ask('长'.repeat(5000)));

    expect(body.errors).toMatchObject([
      {
        message: expect.stringMatching(/ must have at most \d+ characters, but got: 5000\.$/),
        extensions: { code: 'BAD_USER_INPUT', argument },
      },
    ]);
  });

  it.each(texts)('%s(%s) is refused when it is no text', async (_at, argument, { ask }) => {
    for (const value of ['店铺\0', '店铺\ud800', '\udfff店铺']) {
      const { body } = await system.query(...ask(value));

      expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
    }
  });

  it.each(texts)(
    '%s(%s) of any other kind is answered, or refused as bad input',
    async (_at, _argument, { ask }) => {
      for (const value of [
        '',
        ' ',
        '$gt',
        '.',
        '长'.repeat(100),
        '長'.repeat(200),
        '😀'.repeat(50),
        '\u0001',
      ])
        for (const code of await codesOf(ask(value))) expect(code).toBe('BAD_USER_INPUT');
    },
  );

  it.each(lists)('%s(%s) is refused when it is too long', async (_at, argument, { ask, element }) => {
    const { body } = await system.query(...ask(Array(20_000).fill(element)));

    expect(body.errors).toMatchObject([
      {
        message: `${argument} must have at most 200 elements, but got: 20000.`,
        extensions: { code: 'BAD_USER_INPUT', argument },
      },
    ]);
  });

  it('the longest cursor, behind the longest unit, is answered', async () => {
    const [longest, beyond] = [1180, 1300].map((length) =>
      Buffer.from(JSON.stringify(['TITLE', 'z'.repeat(length)])).toString('base64url'),
    );
    const query =
      'query ($after: String, $unit: String!) { targets(orderBy: {field: TITLE}, after: $after, filter: {units: [$unit]}) { totalCount pageInfo { hasPreviousPage } nodes { id } } }';
    const unit = '长'.repeat(200);

    expect((await system.query(query, { after: longest, unit })).body).toEqual({
      data: { targets: { totalCount: 0, pageInfo: { hasPreviousPage: false }, nodes: [] } },
    });
    const noUtf8 = Buffer.concat([Buffer.from('["TITLE","'), Buffer.alloc(1000, 0xff), Buffer.from('"]')]);
    for (const after of [beyond, noUtf8.toString('base64url')])
      expect((await system.query(query, { after, unit })).body.errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', argument: 'after' } },
      ]);
  });

  it.each([-0, 0, 1e308, -1e308, 5e-324, Number.MAX_SAFE_INTEGER])(
    'a range from and to %s is answered',
    async (value) => {
      const query =
        'query ($value: FloatRange) { targets(filter: {value: $value}) { totalCount facets { kinds { count } } } results(filter: {value: $value}) { totalCount } }';

      const { body } = await system.query(query, { value: { min: value, max: value } });

      expect(body).toEqual({
        data: { targets: { totalCount: 0, facets: { kinds: [] } }, results: { totalCount: 0 } },
      });
    },
  );
});
