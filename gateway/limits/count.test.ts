import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import { departmentCodes } from '../../schema/departments';
import { countRows } from './count-rows';
import { defaultLimits } from './limits';
import { readFieldCosts } from './list-costs';
import { measureShape } from './measure-shape';

const read = (file: string) => readFileSync(join(__dirname, '../../schema', file), 'utf8');
const api = buildSchema(read('api.graphql'));
const costs = readFieldCosts(read('supergraph.graphql'));

describe('rows', () => {
  it.each([
    ['one object has none', '{ place(id: "x") { name within { name } } }', 0],
    ['a list has its assumed size', '{ departments { code } }', 5],
    ['lists within lists multiply', '{ departments { items { number } } }', 5 + 5 * 7],
    ['a page has the default size', '{ targets { nodes { id } } }', 30 + 20],
    ['a page has the size that is asked for', '{ targets(first: 7) { nodes { id } } }', 30 + 7],
    ['a page from the end likewise', '{ targets(last: 7) { nodes { id } } }', 30 + 7],
    ['a page of none has no rows', '{ targets(first: 0) { nodes { id } } }', 30],
    ['nodes and edges are two lists', '{ targets(first: 7) { nodes { id } edges { cursor } } }', 30 + 14],
    [
      'only the sized fields are as many as the page',
      '{ targets(first: 500) { totalCount missing { code } } }',
      30 + 5,
    ],
    [
      'facets have a weight, whatever the page',
      '{ targets(first: 0) { facets { kinds { value } } } }',
      30 + 50 + 5,
    ],
    ['a variable has its value', 'query ($n: Int) { targets(first: $n) { nodes { id } } }', 30 + 3],
    ['a default counts', 'query ($m: Int = 9) { targets(first: $m) { nodes { id } } }', 30 + 9],
    [
      'fragments count where they are spread',
      '{ targets(first: 7) { ...F } } fragment F on TargetConnection { nodes { id } }',
      30 + 7,
    ],
    [
      'of several types the largest counts',
      '{ search(text: "a", first: 2) { nodes { ... on Place { contains { id } } ... on WorkItem { number } } } }',
      30 + 2 * (1 + 12),
    ],
    ['what is left out has none', '{ departments @include(if: false) { code } }', 0],
  ])('%s', (_, query, rows) => {
    expect(
      countRows(api, costs, { document: parse(query), operationName: undefined, variables: { n: 3 } }),
    ).toBe(rows);
  });

  it('come from a size that the schema gives for every list of objects', () => {
    const fields = Object.values(api.getTypeMap())
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
    const unsized = fields
      .filter(({ field }) => isListType(getNullableType(field.type)) && !isLeafType(getNamedType(field.type)))
      .map(({ type, field }) => `${type.name}.${field.name}`)
      .filter((name) => !/\.(nodes|edges)$/.test(name) && !costs.get(name)?.assumedSize);

    expect(unsized).toEqual([]);
  });
});

describe('an operation’s shape', () => {
  const shapeOf = (query: string) => {
    const document = parse(query);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('The query must hold one operation.');
    return measureShape(api, document, operation, defaultLimits);
  };

  /** The implementing types of `Target`, and of `Result`: one per department. */
  const types = departmentCodes.length;

  it.each([
    ['fields count once', '{ departments { code name } }', 3],
    [
      'a field on an interface counts once per implementing type',
      '{ target(id: "x") { id } }',
      1 + 1 + types,
    ],
    ['types multiply along the path', '{ target(id: "x") { baseline { id } } }', 1 + 1 + types * (1 + types)],
    ['a condition on one type narrows', '{ target(id: "x") { ... on EconomyTarget { id } } }', 1 + 1 + 1 + 1],
    [
      'a condition on a wider type does not widen',
      '{ place(id: "x") { ... on Place { id } } }',
      1 + 1 + 1 + 1,
    ],
    [
      'a fragment counts at each spread',
      '{ departments { ...F ...F } } fragment F on Department { code }',
      1 + 2 * 2,
    ],
    ['literals count one by one', '{ targets(filter: { items: [1, 2, 3] }) { totalCount } }', 1 + 3 + 1],
  ])('expansion: %s', (_, query, expansion) => {
    expect(shapeOf(query)).toMatchObject({ expansion });
  });

  it.each([
    [
      'root fields through fragments',
      '{ ...F departments { code } } fragment F on Query { a: departments { code } }',
      { rootFields: 2, aliases: 1 },
    ],
    ['levels of fields and fragments', '{ place(id: "x") { ... { within { id } } } }', { depth: 4 }],
    ['returns to a type', '{ place(id: "x") { contains { within { id } } } }', { returns: 2 }],
    [
      'connections within one another',
      '{ departments { targets { nodes { department { targets { totalCount } } } } } }',
      { connections: 2 },
    ],
    ['introspection as one field', '{ __schema { types { fields { name } } } }', { depth: 1, returns: 0 }],
  ])('%s', (_, query, shape) => {
    expect(shapeOf(query)).toMatchObject(shape);
  });

  it('of a bomb of fragments is a number, found at once', () => {
    const bomb = Array.from(
      { length: 2_000 },
      (_, i) => `fragment F${i} on Place { ...F${i + 1} ...F${i + 1} }`,
    ).join(' ');

    expect(shapeOf(`{ place(id: "x") { ...F0 } } ${bomb} fragment F2000 on Place { id }`)).toMatchObject({
      expansion: Number.MAX_SAFE_INTEGER,
    });
  });
});
