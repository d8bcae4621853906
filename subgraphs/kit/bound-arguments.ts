import {
  defaultFieldResolver,
  getNullableType,
  getNamedType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import {
  isPlainText,
  longestCursor,
  longestList,
  longestNote,
  longestString,
  longestText,
} from '../../lists/contract/bounds';
import { badInput } from '../../schema/errors';

/** The most characters of a string, by the name of its argument or input field; any other has at most `longestString`. */
const longest: Readonly<Record<string, number>> = {
  after: longestCursor,
  before: longestCursor,
  note: longestNote,
  text: longestText,
};

/** @throws BAD_USER_INPUT that names the argument */
type Check = (value: unknown, path: string) => void;

/**
 * Gives every field with arguments a resolver that first checks the length of each string and list among them, so that an
 * argument which is added to the schema is bounded at once. Representations are bounded by guard-entities.ts instead.
 */
export function boundArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) if (field.name !== '_entities') boundField(field);
  }
}

function boundField(field: GraphQLField<unknown, unknown>): void {
  const checks = field.args.map(({ name, type }) => [name, checkOf(type, name)] as const);
  if (checks.length === 0) return;
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (source, args: Readonly<Record<string, unknown>>, context, info) => {
    for (const [name, check] of checks) check(args[name], name);
    return resolve(source, args, context, info);
  };
}

function checkOf(type: GraphQLInputType, name: string): Check {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return listCheck(checkOf(nullable.ofType, name));
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).map(
      (field) => [field.name, checkOf(field.type, field.name)] as const,
    );
    return (value, path) => {
      if (value == null) return;
      for (const [field, check] of fields)
        check((value as Readonly<Record<string, unknown>>)[field], `${path}.${field}`);
    };
  }
  const isText = ['String', 'ID'].includes(getNamedType(nullable).name);
  return isText ? textCheck(longest[name] ?? longestString) : () => undefined;
}

function listCheck(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return;
    if (value.length > longestList)
      throw badInput(path, `${path} must have at most ${longestList} elements, but got: ${value.length}.`);
    for (const element of value) check(element, path);
  };
}

function textCheck(most: number): Check {
  return (value, path) => {
    if (typeof value !== 'string') return;
    if (value.length > most)
      throw badInput(path, `${path} must have at most ${most} characters, but got: ${value.length}.`);
    if (!isPlainText(value))
      throw badInput(
        path,
        `${path} must be text, but got a null character or half of a pair that makes one character.`,
      );
  };
}
