import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type DocumentNode, type TypeNode } from 'graphql';
import { entityNames } from './departments';

/** A field that one department's targets have beside those of every target: economy's `industry`. */
export interface TradeField {
  readonly name: string;
  /** The values of the field's enum; undefined where the field is no enum of the department's own. */
  readonly values?: readonly string[];
}

const read = new Map<string, readonly TradeField[]>();

/**
 * The fields of a department's trade, in the order of its `schema.graphql`, which is the one place that names them:
 * `construction` → `stage` with its four values, `extent`. Read once per process.
 * @throws when `subgraphs/` has no such department
 */
export function tradeFields(code: string): readonly TradeField[] {
  const file = join(__dirname, '../subgraphs', code, 'schema.graphql');
  const fields = read.get(code) ?? tradeFieldsOf(code, parse(readFileSync(file, 'utf8')));
  read.set(code, fields);
  return fields;
}

export function tradeFieldsOf(code: string, { definitions }: DocumentNode): TradeField[] {
  const { target } = entityNames(code);
  const enums = new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.ENUM_TYPE_DEFINITION
        ? [[node.name.value, node.values?.map(({ name }) => name.value) ?? []]]
        : [],
    ),
  );
  return definitions
    .flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === target ? (node.fields ?? []) : [],
    )
    .map(({ name, type }) => ({ name: name.value, values: enums.get(namedType(type)) }));
}

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
