import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { type GeneratedFiles, putGeneratedFiles } from './schema/generated-files';
import { sharedDepartmentSdl } from './schema/subgraph-sdl';

const pluginMap = { typescript, resolvers: typescriptResolvers };
type Plugin = keyof typeof pluginMap;

/** The TypeScript that follows from the schemas. `npm run compose` comes first: it writes the schemas that are read here. */
async function generateTypes(): Promise<GeneratedFiles> {
  const read = (path: string): string => readFileSync(join(__dirname, path), 'utf8');
  const resolvers: readonly Plugin[] = ['typescript', 'resolvers'];
  const kit = await generate(sharedDepartmentSdl(), departmentTypes, resolvers);
  const plan = await generate(read('schema/subgraphs/plan.graphql'), planTypes, resolvers);
  const api = await generate(read('schema/api.graphql'), shared, ['typescript']);
  return new Map([
    ['subgraphs/kit/types.generated.ts', kit],
    ['subgraphs/plan/types.generated.ts', plan],
    ['schema/types.generated.ts', api],
  ]);
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

const generate = (sdl: string, config: object, plugins: readonly Plugin[]): Promise<string> =>
  codegen({
    filename: '',
    schema: parse(sdl),
    config,
    documents: [],
    plugins: plugins.map((name) => ({ [name]: {} })),
    pluginMap,
  });

void generateTypes().then((files) => putGeneratedFiles(files, { args: process.argv, command: 'codegen' }));
