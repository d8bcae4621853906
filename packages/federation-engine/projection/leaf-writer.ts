import { isEnumType, type GraphQLLeafType } from 'graphql';
import { report, type Write } from './run';

/** Writes values of a scalar or an enum that are not null; undefined, with an error, for one that the type does not have. */
export function compileLeaf(type: GraphQLLeafType, depth: number): Write {
  const serialize: Write = (value, run) => {
    try {
      const text = JSON.stringify(type.serialize(value)) as string | undefined;
      if (text !== undefined && text !== 'null') return text;
    } catch (error) {
      report(run, depth, (error as Error).message, error as Error);
      return undefined;
    }
    report(run, depth, `${type.name} cannot represent: ${String(value)}`);
    return undefined;
  };
  if (isEnumType(type))
    return compileEnum(
      type.getValues().map(({ name }) => name),
      serialize,
    );
  return quickWriters[type.name]?.(serialize) ?? serialize;
}

/** The common case of each built-in scalar; whatever else there is goes the way of graphql-js. */
const quickWriters: Readonly<Record<string, ((serialize: Write) => Write) | undefined>> = {
  String: (serialize) => (value, run) =>
    typeof value === 'string' ? JSON.stringify(value) : serialize(value, run),
  ID: (serialize) => (value, run) =>
    typeof value === 'string' ? JSON.stringify(value) : serialize(value, run),
  Boolean: (serialize) => (value, run) =>
    value === true ? 'true' : value === false ? 'false' : serialize(value, run),
  Float: (serialize) => (value, run) =>
    typeof value === 'number' && Number.isFinite(value) ? String(value) : serialize(value, run),
  Int: (serialize) => (value, run) =>
    typeof value === 'number' && (value | 0) === value && !Object.is(value, -0)
      ? String(value)
      : serialize(value, run),
};

function compileEnum(names: readonly string[], serialize: Write): Write {
  const texts = new Map<unknown, string>(names.map((name) => [name, JSON.stringify(name)]));
  return (value, run) => texts.get(value) ?? serialize(value, run);
}
