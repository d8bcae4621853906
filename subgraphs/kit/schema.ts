import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, GraphQLScalarType, Kind, parse, type GraphQLSchema } from 'graphql';
import { boundArguments } from './bound-arguments';
import { guardEntities } from './guard-entities';

/** The executable schema of a subgraph: the composed file of its name, with arguments and representations bounded. */
export function readSubgraphSchema(name: string, resolvers: object): GraphQLSchema {
  const file = join(__dirname, '../../schema/subgraphs', `${name}.graphql`);
  const schema = buildSubgraphSchema({
    typeDefs: parse(readFileSync(file, 'utf8')),
    resolvers: { Date: dateScalar, DateTime: dateTimeScalar, ...resolvers },
  });
  boundArguments(schema);
  guardEntities(schema);
  return schema;
}

const dateScalar = new GraphQLScalarType({
  name: 'Date',
  serialize: (value) => value as string,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});

const dateTimeScalar = new GraphQLScalarType({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value.toISOString() : value),
});

/** @throws BAD_USER_INPUT unless the value is a day of the calendar: `2023-02-30` is none */
function parseDate(value: unknown): string {
  const time = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : NaN;
  if (typeof value === 'string' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value))
    return value;
  throw new GraphQLError(`A Date must be a day such as 2023-02-27, but got: ${JSON.stringify(value)}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
