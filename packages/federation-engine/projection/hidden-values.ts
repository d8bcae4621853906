import {
  getNullableType,
  isAbstractType,
  isEnumType,
  type GraphQLAbstractType,
  type GraphQLEnumType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { isObject } from '../tree/run';

export interface Schemas {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** All types and fields, `@inaccessible` ones included. */
  readonly fullSchema: GraphQLSchema;
}

/** Whether a value is one that clients must not see. */
export type IsHidden = (value: unknown) => boolean;

/**
 * A test for the `@inaccessible` enum values and object types that may stand at a place: clients get null for them. Undefined
 * for a type that has none.
 */
export function hiddenValues(type: GraphQLOutputType, schemas: Schemas): IsHidden | undefined {
  const shown = getNullableType(type);
  if (isEnumType(shown)) return hiddenEnumValues(shown, schemas);
  return isAbstractType(shown) ? hiddenObjects(shown, schemas) : undefined;
}

function hiddenEnumValues(shown: GraphQLEnumType, { fullSchema }: Schemas): IsHidden | undefined {
  const full = fullSchema.getType(shown.name);
  if (!isEnumType(full)) return undefined;
  const hidden = namesBeyond(full.getValues(), shown.getValues());
  return hidden.size > 0 ? (value) => hidden.has(value) : undefined;
}

function hiddenObjects(shown: GraphQLAbstractType, { schema, fullSchema }: Schemas): IsHidden | undefined {
  const full = fullSchema.getType(shown.name);
  if (!isAbstractType(full)) return undefined;
  const hidden = namesBeyond(fullSchema.getPossibleTypes(full), schema.getPossibleTypes(shown));
  return hidden.size > 0 ? (value) => isObject(value) && hidden.has(value.__typename) : undefined;
}

interface Named {
  readonly name: string;
}

function namesBeyond(all: readonly Named[], shown: readonly Named[]): ReadonlySet<unknown> {
  const visible = new Set(shown.map(({ name }) => name));
  return new Set(all.map(({ name }) => name).filter((name) => !visible.has(name)));
}
