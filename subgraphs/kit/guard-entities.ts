import { isObjectType, isUnionType, type GraphQLSchema } from 'graphql';
import { codedError } from '../../schema/errors';

/** The most representations of one request. A page of 500 rows of each of a hundred lists makes half as many. */
const mostRepresentations = 100_000;
/** The most different selectors of one request: each is a pipeline of its own in the department's database. */
const mostSelectors = 2000;

type Representation = Readonly<Record<string, unknown>>;

interface Asked {
  representations: number;
  readonly selectors: Set<unknown>;
}

/**
 * Refuses representations that no gateway of this supergraph sends: of a type that is no entity here, or too many in one
 * request. They are counted by the request's context, because a request may select `_entities` several times under aliases.
 * @throws SCHEMA_MISMATCH, QUERY_TOO_COMPLEX
 */
export function guardEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()._entities;
  const union = schema.getType('_Entity');
  const resolve = field?.resolve;
  if (!resolve || !isUnionType(union)) return;
  const types = new Set(
    union
      .getTypes()
      .filter(isObjectType)
      .map(({ name }) => name),
  );
  const askedBy = new WeakMap<object, Asked>();
  field.resolve = (source, args: { representations: readonly unknown[] }, context: object, info) => {
    const asked = askedBy.get(context) ?? { representations: 0, selectors: new Set() };
    askedBy.set(context, asked);
    for (const each of args.representations) count(asked, entityOf(each, types));
    return resolve(source, args, context, info);
  };
}

function count(asked: Asked, { selector }: Representation): void {
  asked.representations += 1;
  if (selector !== undefined) asked.selectors.add(selector);
  if (asked.representations > mostRepresentations) throw tooMany('representations', mostRepresentations);
  if (asked.selectors.size > mostSelectors) throw tooMany('selectors', mostSelectors);
}

function entityOf(value: unknown, types: ReadonlySet<string>): Representation {
  const { __typename: type } = (value ?? {}) as Representation;
  if (typeof type === 'string' && types.has(type)) return value as Representation;
  throw codedError(
    'SCHEMA_MISMATCH',
    `A representation must be of a type that is an entity here, but got: ${String(JSON.stringify(type)).slice(0, 80)}.`,
  );
}

const tooMany = (noun: string, limit: number) =>
  codedError('QUERY_TOO_COMPLEX', `A request must have at most ${limit} ${noun}.`, { limit });
