import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { departmentCodes, entityNames } from './schema/departments';

/** Writes `types.generated.ts` of each subgraph from its composed schema: SDL is the source of the resolvers' types. */
async function main(): Promise<void> {
  for (const name of departmentCodes) await generate(name, departmentTypes(name));
  await generate('plan', planTypes);
  await generateApiTypes();
}

const shared = {
  useTypeImports: true,
  enumsAsTypes: true,
  federation: true,
  avoidOptionals: { field: true },
  maybeValue: 'T | null',
  scalars: { ID: 'string', Date: 'string', DateTime: 'Date | string', _FieldSet: 'string' },
  defaultMapper: 'unknown',
};

function departmentTypes(code: string) {
  const { target, result } = entityNames(code);
  return {
    ...shared,
    contextType: '../kit#DepartmentContext<TargetDocument>',
    mappers: {
      [target]: './documents#TargetDocument',
      [result]: './documents#ResultDocument',
      TargetConnection: '../kit#Selected',
      ResultConnection: '../kit#Selected',
      SearchConnection: '../kit#Selected',
      TargetSlice: '../kit#AskedTargets',
      ResultSlice: '../kit#AskedResults',
      SearchSlice: '../kit#AskedSearch',
    },
  };
}

const planTypes = {
  ...shared,
  contextType: './context#Context',
  mappers: {
    Plan: './documents#PlanDocument',
    Chapter: './documents#ChapterDocument',
    WorkItem: './documents#WorkItemDocument',
    Department: './documents#DepartmentReference',
    Citation: '../kit#CitationDocument',
    Document: './documents#SourceDocument',
    Place: './documents#PlaceDocument',
    TargetConnection: '../../lists/ask/selectors#Connection',
    ResultConnection: '../../lists/ask/selectors#Connection',
    SearchConnection: '../../lists/ask/selectors#Connection',
  },
};

async function generate(name: string, config: object): Promise<void> {
  const document = parse(readFileSync(join(__dirname, `schema/subgraphs/${name}.graphql`), 'utf8'));
  const filename = join(__dirname, `subgraphs/${name}/types.generated.ts`);
  const content = await codegen({
    filename,
    schema: document,
    config,
    documents: [],
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers: typescriptResolvers },
  });
  writeFileSync(filename, content);
}

/** The types of the public schema: what arguments and inputs are wherever lists are asked for. */
async function generateApiTypes(): Promise<void> {
  const filename = join(__dirname, 'schema/types.generated.ts');
  const content = await codegen({
    filename,
    schema: parse(readFileSync(join(__dirname, 'schema/api.graphql'), 'utf8')),
    config: shared,
    documents: [],
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
  });
  writeFileSync(filename, content);
}

void main();
