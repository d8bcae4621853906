import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { departmentCodes } from '../../schema/departments';
import type { RequestContext } from '../request-context';
import { graphError, unavailable } from './export-error';
import type { ListExport } from './list-export';

/** As the client gave them; that they fit their types, the graph's first page has shown. */
export interface ListArguments {
  readonly filter?: unknown;
  readonly orderBy?: unknown;
}

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly missing: readonly { readonly code: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** @throws ExportError */
export type AskForPage<Node> = (args: ListArguments, after?: string | null) => Promise<Page<Node>>;

interface AskOptions {
  readonly context: RequestContext;
  readonly pageSize: number;
}

/** Asks the public list itself, in this process. Departments may be missing; anything else that fails throws. */
export function createPageReader<Node>(
  graphql: ApolloServer<RequestContext>,
  { document: query }: ListExport<Node>,
  { context, pageSize }: AskOptions,
): AskForPage<Node> {
  return async (args, after = null) => {
    const variables = { ...args, first: pageSize, after };
    const { body } = await graphql.executeOperation<{ list: Page<Node> }>(
      { query, variables },
      { contextValue: context },
    );
    if (body.kind !== 'single') throw new Error('A list must be answered at once, but came in parts.');
    const { data, errors = [] } = body.singleResult;
    const page = data?.list;
    // A cell that is empty because something failed would pass for one that is empty.
    const failures = errors.filter((error) => !page || !isOfMissing(error, page));
    if (failures.length > 0) throw graphError(failures);
    if (!page) throw new Error('A list must be there or have an error, but has neither.');
    return page;
  };
}

function isOfMissing({ extensions }: GraphQLFormattedError, { missing }: Page<unknown>): boolean {
  return (
    extensions?.code === 'DEPARTMENT_UNAVAILABLE' &&
    missing.some(({ code }) => code === extensions.department)
  );
}

/**
 * The pages after `page`, one at a time and only when the one before was taken. Those who were missing on it are
 * not asked again: one that came back would give the rest of its rows without the beginning.
 * @throws ExportError when another department goes missing
 */
export async function* pagesFrom<Node>(
  ask: AskForPage<Node>,
  args: ListArguments,
  page: Page<Node>,
): AsyncGenerator<readonly Node[], void, undefined> {
  const rest = without(args, page.missing);
  let current = page;
  for (;;) {
    yield current.nodes;
    const { hasNextPage, endCursor } = current.pageInfo;
    if (!hasNextPage) return;
    current = await ask(rest, endCursor);
    if (current.missing.length > 0) throw unavailable(current.missing.map(({ code }) => code));
  }
}

/** Whether nobody answered of those whom the list is about. */
export function isNobodyThere(args: ListArguments, { missing }: Page<unknown>): boolean {
  return missing.length > 0 && remaining(args, missing).length === 0;
}

function without(args: ListArguments, missing: Page<unknown>['missing']): ListArguments {
  if (missing.length === 0) return args;
  return { ...args, filter: { ...filterOf(args), departments: remaining(args, missing) } };
}

function remaining(args: ListArguments, missing: Page<unknown>['missing']): string[] {
  const asked = filterOf(args).departments ?? departmentCodes;
  // GraphQL takes a value for a list of one.
  return [asked].flat().filter((code) => !missing.some((each) => each.code === code));
}

/** By the time it is looked into, the graph has accepted it. */
const filterOf = ({ filter }: ListArguments) =>
  (filter ?? {}) as { readonly departments?: string | readonly string[] | null };
