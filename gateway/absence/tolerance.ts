import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import {
  entitiesField,
  entityFields,
  representationsOf,
  type AskedField,
  type Question,
} from '../answers/question';

/** Whether the schema says that what depends on this field copes without it. */
const isTolerated = (field: GraphQLField<unknown, unknown> | undefined): boolean =>
  field?.astNode?.directives?.some(({ name }) => name.value === 'toleratesAbsence') ?? false;

/** Slice fields bear the names of the subgraphs that answer them. */
export function subgraphsThatMayBeAbsent(supergraph: GraphQLSchema): ReadonlySet<string> {
  const fields = Object.values(supergraph.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()));
  return new Set(fields.filter(isTolerated).map(({ name }) => name));
}

/** What stands for an entity whose subgraph has not answered: its fields, null each. */
type Nulls = Readonly<Record<string, null>>;

/**
 * For each entity asked for, what stands for it where its subgraph is absent; null for one that has a field which does
 * not cope with absence. Undefined for an operation that asks for no entities.
 */
export function absentEntities(question: Question): (Nulls | null)[] | undefined {
  const field = entitiesField(question);
  if (!field) return undefined;
  const byType = new Map<string, Nulls | null>();
  return representationsOf(question, field).map(({ __typename: type }) => {
    const known = byType.get(type);
    const nulls = known === undefined ? nullsOf(entityFields(question, field, type)) : known;
    byType.set(type, nulls);
    return nulls;
  });
}

function nullsOf(asked: readonly AskedField[]): Nulls | null {
  const fields = asked.filter(({ name }) => name !== '__typename');
  const copes = fields.length > 0 && fields.every(({ definition }) => isTolerated(definition));
  return copes ? Object.fromEntries(fields.map(({ key }) => [key, null])) : null;
}
