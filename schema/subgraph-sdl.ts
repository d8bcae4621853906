import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  concatAST,
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type StringValueNode,
} from 'graphql';
import { departmentCodes, entityNames } from './departments';

const root = join(__dirname, '..');
const read = (path: string): DocumentNode =>
  parse(readFileSync(join(root, path), 'utf8'), { noLocation: true });
const named = (name: string) => ({ kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } }) as const;

/**
 * A department's complete subgraph schema: `shared.graphql`, then `department.graphql` with each field `own` renamed to
 * the department's code, then the department's own `schema.graphql`.
 */
export function departmentSdl(code: string): string {
  const own = read(`subgraphs/${code}/schema.graphql`);
  const template = renameOwnField(read('schema/department.graphql'), code);
  return print(fillInterfaceFields(concatAST([read('schema/shared.graphql'), template, own])));
}

/** A subgraph schema of the types that all departments share: that of a department whose code is `own`. */
export function sharedDepartmentSdl(): string {
  const files = ['schema/shared.graphql', 'schema/department.graphql', 'schema/new-department.graphql'];
  return print(fillInterfaceFields(concatAST(files.map(read))));
}

/** The plan office's complete subgraph schema: `shared.graphql`, then its own with one field or type per department. */
export function planSdl(): string {
  const own = read('subgraphs/plan/schema.graphql');
  const document = concatAST([read('schema/shared.graphql'), own]);
  return print(describeRepeatedLists(expandGather(expandDepartmentTypes(document))));
}

function renameOwnField(document: DocumentNode, code: string): DocumentNode {
  return visit(document, {
    FieldDefinition: (field) =>
      field.name.value === 'own' ? { ...field, name: { ...field.name, value: code } } : undefined,
  });
}

/** Copies an interface's fields into each type that implements it, because SDL requires a type to repeat them. */
function fillInterfaceFields(document: DocumentNode): DocumentNode {
  const interfaces = new Map(
    document.definitions
      .filter((node): node is InterfaceTypeDefinitionNode => node.kind === Kind.INTERFACE_TYPE_DEFINITION)
      .map((node) => [node.name.value, node.fields ?? []]),
  );
  return visit(document, {
    ObjectTypeDefinition: (type) => {
      const inherited = (type.interfaces ?? []).flatMap((node) => interfaces.get(node.name.value) ?? []);
      const fields = [...inherited, ...(type.fields ?? [])];
      return inherited.length > 0 ? { ...type, fields } : undefined;
    },
  });
}

const standIns = new Map([
  ['DepartmentTarget', departmentCodes.map((code) => entityNames(code).target)],
  ['DepartmentResult', departmentCodes.map((code) => entityNames(code).result)],
]);

/**
 * Replaces `DepartmentTarget` by `EconomyTarget`, `ConstructionTarget` …, and `DepartmentResult` likewise: in type
 * definitions, in unions and in field sets of `@provides`.
 */
function expandDepartmentTypes(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.flatMap((node): DefinitionNode[] => {
    if (node.kind === Kind.UNION_TYPE_DEFINITION) {
      const types = (node.types ?? []).flatMap((type) => standIns.get(type.name.value)?.map(named) ?? [type]);
      return [{ ...node, types }];
    }
    const names = node.kind === Kind.OBJECT_TYPE_DEFINITION ? standIns.get(node.name.value) : undefined;
    return names?.map((name) => ({ ...node, name: named(name).name }) as ObjectTypeDefinitionNode) ?? [node];
  });
  return visit({ ...document, definitions }, { StringValue: expandFragments });
}

/** `... on DepartmentTarget { id }` → `... on EconomyTarget { id } ... on ConstructionTarget { id } …`. */
function expandFragments(node: StringValueNode): StringValueNode {
  const value = node.value.replace(
    /\.\.\. on (\w+) (\{[^{}]*\})/g,
    (fragment, type: string, fields: string) => {
      const names = standIns.get(type);
      return names ? names.map((name) => `... on ${name} ${fields}`).join(' ') : fragment;
    },
  );
  return { ...node, value };
}

/**
 * `@gather(slice: "total")` → `@requires(fields: "economy { total } construction { total } …")`, and `@gather` →
 * `@requires(fields: "economy construction …")`. The type gets one `@external` field per department.
 */
function expandGather(document: DocumentNode): DocumentNode {
  return visit(document, {
    ObjectTypeDefinition: (type) => {
      const fields = type.fields ?? [];
      if (!fields.some(gatherOf)) return undefined;
      const external = departmentCodes.map((code) => externalField(code, sliceType(type.name.value)));
      return { ...type, fields: [...fields.map(requireSlices), ...external] };
    },
  });
}

const gatherOf = (field: FieldDefinitionNode) =>
  field.directives?.find((directive) => directive.name.value === 'gather');

const sliceType = (connection: string): string =>
  connection.endsWith('Connection') ? connection.replace('Connection', 'Slice') : 'Boolean';

function requireSlices(field: FieldDefinitionNode): FieldDefinitionNode {
  const gather = gatherOf(field);
  if (!gather) return field;
  const slice = gather.arguments?.[0]?.value;
  const selection = slice?.kind === Kind.STRING ? ` { ${slice.value} }` : '';
  const fields = departmentCodes.map((code) => code + selection).join(' ');
  const kept = (field.directives ?? []).filter((each) => each !== gather);
  return { ...field, directives: [...kept, directive('requires', { fields })] };
}

function externalField(code: string, type: string): FieldDefinitionNode {
  const directives = [directive('external', {})];
  return {
    kind: Kind.FIELD_DEFINITION,
    name: { kind: Kind.NAME, value: code },
    type: named(type),
    directives,
  };
}

function directive(name: string, values: Readonly<Record<string, string>>): ConstDirectiveNode {
  const args = Object.entries(values).map(([key, value]) => ({
    kind: Kind.ARGUMENT as const,
    name: { kind: Kind.NAME as const, value: key },
    value: { kind: Kind.STRING as const, value },
  }));
  return { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name }, arguments: args };
}

/**
 * Copies descriptions of arguments, and the directives of size and cost, from a list of `Query` to fields of the same
 * name and type elsewhere: `Place.targets` has those of `Query.targets`. A field's own descriptions and directives stay.
 */
function describeRepeatedLists(document: DocumentNode): DocumentNode {
  const described = new Map<string, FieldDefinitionNode>();
  visit(document, {
    ObjectTypeDefinition: (type) => {
      for (const field of type.name.value === 'Query' ? (type.fields ?? []) : [])
        described.set(`${field.name.value}: ${print(field.type)}`, field);
    },
  });
  return visit(document, {
    FieldDefinition: (field) => {
      const list = described.get(`${field.name.value}: ${print(field.type)}`);
      if (!list || list === field || !field.arguments?.length) return undefined;
      const descriptions = new Map(list.arguments?.map(({ name, description }) => [name.value, description]));
      return {
        ...field,
        directives: field.directives?.length ? field.directives : list.directives,
        arguments: field.arguments.map((argument) => ({
          ...argument,
          description: argument.description ?? descriptions.get(argument.name.value),
        })),
      };
    },
  });
}
