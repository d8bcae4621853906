import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';
import { departments, planPort } from './departments';
import { type GeneratedFiles, putGeneratedFiles } from './generated-files';
import { departmentSdl, planSdl } from './subgraph-sdl';

/**
 * Composes the supergraph from the subgraphs' schemas on disk, without any subgraph running.
 * @throws an Error that lists every composition error
 */
export function compose(): GeneratedFiles {
  const subgraphs = [
    ...departments.map(({ code, port }) => ({ name: code, port, sdl: departmentSdl(code) })),
    { name: 'plan', port: planPort, sdl: planSdl() },
  ];
  const result = composeServices(
    subgraphs.map(({ name, port, sdl }) => ({
      name,
      url: `http://127.0.0.1:${port}/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  if (result.errors) {
    throw new Error(
      `The subgraphs do not compose:\n${result.errors.map((error) => error.message).join('\n')}`,
    );
  }
  const api = result.schema.toAPISchema().toGraphQLJSSchema();
  return new Map([
    ...subgraphs.map(({ name, sdl }) => [`schema/subgraphs/${name}.graphql`, `${sdl}\n`] as const),
    ['schema/supergraph.graphql', `${result.supergraphSdl}\n`],
    ['schema/api.graphql', `${printSchema(api)}\n`],
  ]);
}

if (require.main === module) putGeneratedFiles(compose(), { args: process.argv, command: 'compose' });
