import { Kind } from 'graphql';
import { askedFields, hasFields, rootFields, type AskedField, type Question } from './question';

/** The key fields by which a subgraph finds an entity, and the type of the entity. */
export type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** The representations that an `_entities` field was given. */
export function representationsOf({ variables }: Question, { nodes }: AskedField): readonly Representation[] {
  const value = nodes[0]?.arguments?.find(({ name }) => name.value === 'representations')?.value;
  const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return Array.isArray(given) ? (given as Representation[]) : [];
}

/** The root field that asks for entities, if the operation does. */
export const entitiesField = (question: Question): AskedField | undefined =>
  rootFields(question).find(({ name }) => name === '_entities');

/** The fields that `_entities` asks of an entity of this type. */
export function entityFields(question: Question, field: AskedField, type: string): AskedField[] {
  const entityType = question.schema.getType(type);
  return askedFields(
    question,
    hasFields(entityType) ? entityType : undefined,
    field.nodes.map(({ selectionSet }) => selectionSet),
  );
}
