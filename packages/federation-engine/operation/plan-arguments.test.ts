import {
  buildSchema,
  Kind,
  parse,
  parseConstValue,
  print,
  type FieldNode,
  type OperationDefinitionNode,
} from 'graphql';
import { PlanArguments } from './plan-arguments';

const schema = buildSchema(`
  type Query { field(number: Int, big: Any, list: [Int!], filter: Filter): Int }
  input Filter { name: String inner: Filter }
  scalar Any
`);
const definition = schema.getQueryType()?.getFields().field;

const write = (argument: string) => {
  const args = new PlanArguments();
  const operation = parse(`query ($v: Int) { field(${argument}) }`).definitions[0] as OperationDefinitionNode;
  const [field] = operation.selectionSet.selections as readonly FieldNode[];
  if (!definition || !field?.arguments) throw new Error('The schema must have the field.');
  const written = args.write('field', definition, field.arguments).map(print).join();
  return { written, literals: args.literals, used: [...args.used] };
};

describe('an argument of a plan', () => {
  it('has one variable in all fields that GraphQL merges', () => {
    const args = new PlanArguments();
    const argument = parseConstValue('1');
    const given = [
      { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'number' }, value: argument } as const,
    ];
    if (!definition) throw new Error('The schema must have the field.');

    const [first, second] = [args.write('_0', definition, given), args.write('_0', definition, given)];

    expect(second).toEqual(first);
    expect(args.literals).toEqual({ literal_0: 1 });
  });

  it.each([
    ['number: 1', 'number: $literal_0', { literal_0: 1 }],
    ['number: null', 'number: $literal_0', { literal_0: null }],
    ['list: [1, 2]', 'list: $literal_0', { literal_0: [1, 2] }],
    ['filter: { name: "x" }', 'filter: $literal_0', { literal_0: { name: 'x' } }],
    ['number: 1, list: []', 'number: $literal_0,list: $literal_1', { literal_0: 1, literal_1: [] }],
    // A scalar of the schema's own may tell a literal from a variable.
    ['big: 1', 'big: 1', {}],
    // JSON would round the number.
    ['number: 9007199254740993', 'number: 9007199254740993', {}],
    ['list: [9007199254740993]', 'list: [9007199254740993]', {}],
  ])('is a variable where a literal can be one: %s', (argument, written, literals) => {
    expect(write(argument)).toEqual({ written, literals, used: [] });
  });

  it.each([
    ['number: $v', 'number: $client_v'],
    ['list: [$v, 1]', 'list: [$client_v, 1]'],
  ])('has the client’s variables under other names: %s', (argument, written) => {
    expect(write(argument)).toEqual({ written, literals: {}, used: ['v'] });
  });
});
