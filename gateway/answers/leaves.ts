import { isEnumType, type GraphQLLeafType } from 'graphql';

/** Whether a value is of a scalar, by the scalar's name. A scalar that has no rule takes any value. */
export type ScalarRules = Readonly<Record<string, (value: unknown) => boolean>>;

const builtIn: ScalarRules = {
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31 - 1,
  Float: (value) => Number.isFinite(value),
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
};

/** Why a value is not of the type; undefined when it is. */
export function leafProblem(type: GraphQLLeafType, value: unknown, scalars: ScalarRules): string | undefined {
  const isOne = isEnumType(type)
    ? typeof value === 'string' && type.getValue(value) !== undefined
    : ((builtIn[type.name] ?? scalars[type.name])?.(value) ?? true);
  return isOne ? undefined : `must be ${type.name}, but is: ${JSON.stringify(value).slice(0, 80)}`;
}
