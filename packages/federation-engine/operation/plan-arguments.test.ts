import { buildSchema, parse, print, type FieldNode, type OperationDefinitionNode } from 'graphql';
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
  const given = definition ? args.write('field', definition, field?.arguments ?? []) : [];
  const written = given.map((each) => print(each)).join();
  return { written, literals: args.literals, used: [...args.used] };
};

describe('an argument of a plan', () => {
  it.each([
    ['number: 1', 'number: $literal_0', { literal_0: 1 }],
    ['number: null', 'number: $literal_0', { literal_0: null }],
    ['list: [1, 2]', 'list: $literal_0', { literal_0: [1, 2] }],
    ['filter: { name: "x" }', 'filter: $literal_0', { literal_0: { name: 'x' } }],
    ['number: 1, list: []', 'number: $literal_0,list: $literal_1', { literal_0: 1, literal_1: [] }],
    // JSON would round the number.
    ['big: 9007199254740993', 'big: 9007199254740993', {}],
    ['big: [9007199254740993]', 'big: [9007199254740993]', {}],
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

it('of fields that merge are the same', () => {
  const [args, other] = [new PlanArguments(), { ...definition } as NonNullable<typeof definition>];
  const operation = parse('{ field(number: 1) }').definitions[0] as OperationDefinitionNode;
  const [field] = operation.selectionSet.selections as readonly FieldNode[];
  const given = field?.arguments ?? [];

  expect(args.write('_0', other, given)).toBe(args.write('_0', other, given));
  expect(args.write('_1', other, given)).not.toEqual(args.write('_0', other, given));
});
