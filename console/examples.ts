import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kind, OperationTypeNode, parse } from 'graphql';
import type { Example } from './page/example';

const EXTENSION = '.graphql';

/** Holds `x.graphql` for each example, and `x.variables.json` when the operation takes variables. */
export const EXAMPLES_FOLDER = join(__dirname, 'examples');

/**
 * Every example, in the order of the file names.
 * @throws an Error that names a file that is not well-formed
 */
export async function readExamples(folder: string = EXAMPLES_FOLDER): Promise<Example[]> {
  const files = (await readdir(folder)).sort();
  const queries = files.filter((file) => file.endsWith(EXTENSION));
  return Promise.all(
    queries.map(async (file) => {
      const id = file.slice(0, -EXTENSION.length);
      const variables = `${id}.variables.json`;
      return parseExample(
        id,
        await readFile(join(folder, file), 'utf8'),
        files.includes(variables) ? await readFile(join(folder, variables), 'utf8') : '',
      );
    }),
  );
}

/** The query begins with comment lines (title, description, the title in English) and keeps them. */
export function parseExample(id: string, source: string, variables = ''): Example {
  const [title, description, english = ''] = leadingComments(source);
  if (!title || !description) {
    throw new Error(`${id}${EXTENSION} must begin with two comment lines, a title and a description.`);
  }
  if (variables) JSON.parse(variables);
  const operations = parse(source).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operations.length !== 1 || !operation?.name) {
    throw new Error(
      `${id}${EXTENSION} must hold exactly one named operation, but got: ${operations.length}.`,
    );
  }
  return {
    id: id.replace(/^\d+-/, ''),
    title,
    description,
    english,
    query: source.trimEnd() + '\n',
    variables: variables.trim(),
    operationName: operation.name.value,
    writes: operation.operation === OperationTypeNode.MUTATION,
  };
}

function leadingComments(source: string): string[] {
  const lines = source.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(0, end).map((line) => line.replace(/^#\s*/, '').trim());
}
