import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLArgument,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  Kind,
  parse,
  type TypeNode,
  visit,
} from 'graphql';
import { compose } from './compose';
import { departmentCodes, typePrefix } from './departments';

const read = (path: string) => readFileSync(join(__dirname, path), 'utf8');
const api = buildSchema(read('api.graphql'));

it.each([...compose()])('%s is what the subgraphs compose to', (path, content) => {
  expect(read(join('..', path))).toBe(content);
});

describe('the public schema', () => {
  const types = Object.values(api.getTypeMap()).filter(
    ({ name }) => !name.startsWith('__') && !isBuiltIn(name),
  );

  it('describes every type, field, argument and value, in Chinese first and English after', () => {
    const undescribed = types
      .flatMap(describedParts)
      .filter(
        ([, description]) => !/^[“\d\p{Script=Han}]*\p{Script=Han}.*[A-Za-z]/su.test(description ?? ''),
      );

    expect(undescribed).toEqual([]);
  });

  it('shows nothing of how lists are gathered', () => {
    expect(read('api.graphql')).not.toMatch(/Slice|selector|ref:/);
  });

  it.each(['Target', 'Result'])('has one implementation of %s per department', (name) => {
    const type = api.getType(name);
    const implementations = isInterfaceType(type) ? api.getPossibleTypes(type).map((each) => each.name) : [];

    expect(implementations.toSorted()).toEqual(
      departmentCodes.map((code) => typePrefix(code) + name).toSorted(),
    );
  });

  it('gives every field that is a connection a size and a weight, from which the gateway counts rows', () => {
    const uncosted: string[] = [];
    visit(parse(read('supergraph.graphql')), {
      FieldDefinition: ({ name, type, directives = [] }) => {
        const given = directives.map((directive) => directive.name.value);
        if (nameOf(type).endsWith('Connection') && !(given.includes('listSize') && given.includes('cost')))
          uncosted.push(name.value);
      },
    });

    expect(uncosted).toEqual([]);
  });

  function describedParts(type: GraphQLNamedType): [string, string | null | undefined][] {
    const own: [string, string | null | undefined][] = [
      [type.name, type.name === 'Query' || type.name === 'Mutation' ? '根 root' : type.description],
    ];
    if (isEnumType(type))
      return [
        ...own,
        ...type
          .getValues()
          .map((value): [string, string | null | undefined] => [
            `${type.name}.${value.name}`,
            value.description,
          ]),
      ];
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return own;
    const fields = Object.values(type.getFields()).flatMap((field): [string, string | null | undefined][] => [
      [`${type.name}.${field.name}`, field.description],
      ...('args' in field ? (field.args as readonly GraphQLArgument[]) : []).map(
        (arg): [string, string | null | undefined] => [
          `${type.name}.${field.name}(${arg.name})`,
          arg.description,
        ],
      ),
    ]);
    return [...own, ...fields];
  }
});

function isBuiltIn(name: string): boolean {
  return ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
