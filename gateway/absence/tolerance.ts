import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { entitiesField, entityFields, representationsOf } from '../answers/entities';
import type { AskedField, Question } from '../answers/question';

/** Whether the schema says by `@toleratesAbsence` that the fields which require this one cope with its absence. */
const isTolerated = (field: GraphQLField<unknown, unknown> | undefined): boolean =>
  field?.astNode?.directives?.some(({ name }) => name.value === 'toleratesAbsence') ?? false;

/** The subgraphs that lists can do without. Each has a field of its own name with `@toleratesAbsence`: `economy: TargetSlice`. */
export function dispensableSubgraphs(supergraph: GraphQLSchema): ReadonlySet<string> {
  const fields = Object.values(supergraph.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()));
  return new Set(fields.filter(isTolerated).map(({ name }) => name));
}

/** The answer for an entity whose subgraph is absent: each of its fields, by response key, as null. */
export type Placeholder = Readonly<Record<string, null>>;

/**
 * A placeholder for each entity that is asked for, in the order of the representations: `_entities(…) { economy { total } }`
 * for two connections → `[{ economy: null }, { economy: null }]`. An entity has null in place of a placeholder when one of
 * its fields does not tolerate absence. Undefined for an operation that asks for no entities.
 */
export function createPlaceholders(question: Question): readonly (Placeholder | null)[] | undefined {
  const field = entitiesField(question);
  if (!field) return undefined;
  const byType = new Map<string, Placeholder | null>();
  return representationsOf(question, field).map(({ __typename: type }) => {
    const known = byType.get(type);
    const placeholder = known === undefined ? placeholderOf(entityFields(question, field, type)) : known;
    byType.set(type, placeholder);
    return placeholder;
  });
}

function placeholderOf(asked: readonly AskedField[]): Placeholder | null {
  const fields = asked.filter(({ name }) => name !== '__typename');
  const isAllTolerated = fields.length > 0 && fields.every(({ definition }) => isTolerated(definition));
  return isAllTolerated ? Object.fromEntries(fields.map(({ key }) => [key, null])) : null;
}
