import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { sharedDepartmentSdl } from './schema/subgraph-sdl';

const pluginMap = { typescript, resolvers: typescriptResolvers };
type Plugin = keyof typeof pluginMap;

/** Writes the TypeScript that follows from the schemas, each to the folder that uses it. Run `npm run compose` first. */
async function main(): Promise<void> {
  const read = (path: string): string => readFileSync(join(__dirname, path), 'utf8');
  const resolvers: readonly Plugin[] = ['typescript', 'resolvers'];
  await generate('subgraphs/kit/types.generated.ts', sharedDepartmentSdl(), departmentTypes, resolvers);
  await generate(
    'subgraphs/plan/types.generated.ts',
    read('schema/subgraphs/plan.graphql'),
    planTypes,
    resolvers,
  );
  await generate('schema/types.generated.ts', read('schema/api.graphql'), shared, ['typescript']);
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

const departmentTypes = {
  ...shared,
  contextType: './context#DepartmentContext',
  mappers: {
    OwnTarget: './documents#TargetDocument',
    OwnResult: './documents#ResultDocument',
    TargetConnection: '../../lists/contract/slice#ConnectionKey',
    ResultConnection: '../../lists/contract/slice#ConnectionKey',
    SearchConnection: '../../lists/contract/slice#ConnectionKey',
    TargetSlice: '../../lists/contract/selector#AskedTargets',
    ResultSlice: '../../lists/contract/selector#AskedResults',
    SearchSlice: '../../lists/contract/selector#AskedSearch',
  },
};

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
    TargetConnection: '../../lists/contract/slice#Connection',
    ResultConnection: '../../lists/contract/slice#Connection',
    SearchConnection: '../../lists/contract/slice#Connection',
  },
};

async function generate(
  path: string,
  sdl: string,
  config: object,
  plugins: readonly Plugin[],
): Promise<void> {
  const filename = join(__dirname, path);
  const content = await codegen({
    filename,
    schema: parse(sdl),
    config,
    documents: [],
    plugins: plugins.map((name) => ({ [name]: {} })),
    pluginMap,
  });
  writeFileSync(filename, content);
}

void main();
