import fc from 'fast-check';
import { isInterfaceType, isObjectType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { departments, typePrefix } from '../../../schema/departments';
import { createOracle } from '../oracle';
import { validOperations } from '.';

const oracle = createOracle();
const operations = fc.sample(validOperations(oracle), { numRuns: 1000, seed: 34 });

it('generated operations are valid', () => {
  const refused = operations.filter((operation) => oracle.answer(operation).data === undefined);

  expect(refused).toEqual([]);
});

/** One department's types stand for those of all, which are alike. */
const withoutDepartment = (coordinate: string) =>
  departments.reduce((name, { code }) => name.replace(new RegExp(`^${typePrefix(code)}`), ''), coordinate);

it('generated operations ask for every field of every type', () => {
  const asked = new Set<string>();
  const info = new TypeInfo(oracle.schema);
  const note = visitWithTypeInfo(info, {
    Field: ({ name }) => void asked.add(withoutDepartment(`${info.getParentType()?.name}.${name.value}`)),
  });
  operations.forEach(({ query }) => visit(parse(query), note));
  const fields = Object.values(oracle.schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith('__') && name !== 'Mutation')
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));

  expect(fields.map(withoutDepartment).filter((field) => !asked.has(field))).toEqual([]);
});
