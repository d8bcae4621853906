import { Kind, print, type InputValueDefinitionNode, type TypeNode } from 'graphql';
import { normalizeFieldSet, readServedTypes, type ServedType } from './served-schema';
import type { FieldPart, TypePart } from '../supergraph/subgraph-part';

/**
 * The differences by which a served schema cannot stand for the subgraph that the supergraph knows, a sentence each:
 * `EconomyTarget.industry is missing.` A type, a field or a value that only the served schema has is no mismatch.
 */
export function findMismatches(part: readonly TypePart[], sdl: string): string[] {
  const served = readTypes(sdl);
  if (typeof served === 'string') return [served];
  return part.flatMap((type) => {
    const other = served.get(type.name);
    // The scalars of the GraphQL specification need no definition.
    if (!other) return isBuiltIn(type.name) ? [] : [`${type.name} is missing.`];
    return [...namesMissing(type, other), ...fieldMismatches(type, other)];
  });
}

function readTypes(sdl: string): ReadonlyMap<string, ServedType> | string {
  try {
    return readServedTypes(sdl);
  } catch (error) {
    return `The schema cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const isBuiltIn = (name: string): boolean => ['Int', 'Float', 'String', 'ID', 'Boolean'].includes(name);

function namesMissing(type: TypePart, served: ServedType): string[] {
  const wanted: readonly [string, readonly string[], ReadonlySet<string>][] = [
    ['key', type.keys.map(normalizeFieldSet), served.keys],
    ['value', type.values, served.values],
    ['interface', type.interfaces, served.interfaces],
    ['member', type.members, served.members],
  ];
  return wanted.flatMap(([what, names, there]) =>
    names.filter((name) => !there.has(name)).map((name) => `${type.name} has no ${what} ${name}.`),
  );
}

function fieldMismatches({ name, fields, isInput }: TypePart, served: ServedType): string[] {
  const wanted = [...fields].flatMap(([fieldName, field]) => {
    const place = `${name}.${fieldName}`;
    const other = served.fields.get(fieldName);
    if (!other) return [`${place} is missing.`];
    const fits = isInput ? accepts(other.type, field.type) : accepts(field.type, other.type);
    const args = other.kind === Kind.FIELD_DEFINITION ? (other.arguments ?? []) : [];
    return [
      ...(fits ? [] : [`${place} must be ${print(field.type)}, but is: ${print(other.type)}.`]),
      ...argumentMismatches(place, field, args),
    ];
  });
  const unknownFields = isInput
    ? [...served.fields.values()].filter((field) => !fields.has(field.name.value))
    : [];
  return [...wanted, ...unknownRequirements(name, unknownFields as InputValueDefinitionNode[])];
}

function argumentMismatches(
  place: string,
  { args }: FieldPart,
  served: readonly InputValueDefinitionNode[],
): string[] {
  const wanted = args.flatMap(({ name: { value: name }, type }) => {
    const other = served.find((each) => each.name.value === name);
    if (!other) return [`${place}(${name}:) is missing.`];
    return accepts(other.type, type)
      ? []
      : [`${place}(${name}:) must take ${print(type)}, but takes: ${print(other.type)}.`];
  });
  const names = args.map(({ name }) => name.value);
  return [
    ...wanted,
    ...unknownRequirements(
      place,
      served.filter(({ name }) => !names.includes(name.value)),
    ),
  ];
}

/** An argument or input field that the supergraph does not know is never sent, so it must not be required. */
const unknownRequirements = (place: string, inputs: readonly InputValueDefinitionNode[]): string[] =>
  inputs
    .filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue)
    .map(({ name }) => `${place} must not demand ${name.value}, which the supergraph does not know.`);

/** Whether every value of the type `given` is of the type `wanted` too: `Int!` for `Int`, not `Int` for `Int!`. */
function accepts(wanted: TypeNode, given: TypeNode): boolean {
  if (wanted.kind === Kind.NON_NULL_TYPE)
    return given.kind === Kind.NON_NULL_TYPE && accepts(wanted.type, given.type);
  if (given.kind === Kind.NON_NULL_TYPE) return accepts(wanted, given.type);
  if (wanted.kind === Kind.LIST_TYPE)
    return given.kind === Kind.LIST_TYPE && accepts(wanted.type, given.type);
  return given.kind === Kind.NAMED_TYPE && wanted.name.value === given.name.value;
}
