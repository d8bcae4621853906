import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';
import { departments, planPort } from './departments';
import { departmentSdl, planSdl } from './subgraph-sdl';

/**
 * Composes the supergraph from the subgraphs' schemas on disk, without any subgraph running.
 * @returns the generated files by path below `schema/`
 * @throws an Error that lists every composition error
 */
export function compose(): Map<string, string> {
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
    ...subgraphs.map(({ name, sdl }) => [`subgraphs/${name}.graphql`, `${sdl}\n`] as const),
    ['supergraph.graphql', `${result.supergraphSdl}\n`],
    ['api.graphql', `${printSchema(api)}\n`],
  ]);
}

function main(): void {
  for (const [path, content] of compose()) {
    const file = join(__dirname, path);
    mkdirSync(join(file, '..'), { recursive: true });
    if (contentOf(file) !== content) {
      writeFileSync(file, content);
      console.log(`wrote schema/${path}`);
    }
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

if (require.main === module) main();
