import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { departmentCodes } from '../../schema/departments';
import type { RequestContext } from '../request-context';
import { graphError, unavailable } from './export-error';
import type { ListExport } from './list-export';

/** Unchecked JSON. The graph checks it when the first page is asked for. */
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

/**
 * Asks the public list in this process. A page may lack departments, which it names in `missing`; a reader does not ask them
 * for later pages. Any other error throws.
 */
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
    // A cell whose field failed is empty and would pass for a cell without a value.
    const failures = errors.filter((error) => !page || !isOfAbsent(error, presentOn(page, args)));
    if (failures.length > 0) throw graphError(failures);
    if (!page) throw new Error('A list must be there or have an error, but has neither.');
    // A missing department is not asked for the next pages: asking costs a deadline each time, and a department that came
    // back would give its later rows without its first ones.
    page.missing.forEach(({ code }) => context.absence.markAbsent(code));
    return page;
  };
}

/**
 * Whether an error only says that a department is absent which has no rows on the page: the gateway asks every department, also
 * for a list of other departments.
 */
function isOfAbsent({ extensions }: GraphQLFormattedError, present: readonly string[]): boolean {
  const { code, department } = extensions ?? {};
  return (
    (code === 'DEPARTMENT_UNAVAILABLE' || code === 'SCHEMA_MISMATCH') &&
    departmentCodes.some((each) => each === department && !present.includes(each))
  );
}

/**
 * The nodes of `page` and of the pages after it. A page is asked for when the page before it was taken.
 * @throws ExportError when a department is missing that was there on `page`
 */
export async function* pagesFrom<Node>(
  ask: AskForPage<Node>,
  args: ListArguments,
  page: Page<Node>,
): AsyncGenerator<readonly Node[], void, undefined> {
  const present = presentOn(page, args);
  let current = page;
  for (;;) {
    yield current.nodes;
    const { hasNextPage, endCursor } = current.pageInfo;
    if (!hasNextPage) return;
    current = await ask(args, endCursor);
    const gone = current.missing.map(({ code }) => code).filter((code) => present.includes(code));
    if (gone.length > 0) throw unavailable(gone);
  }
}

/** The departments that the filter names, or all, without those that are missing on the page. */
export function presentOn({ missing }: Page<unknown>, { filter }: ListArguments): string[] {
  // The graph has accepted the filter. In GraphQL's input a single value stands for a list of one.
  const { departments } = (filter ?? {}) as { readonly departments?: string | readonly string[] | null };
  return [departments ?? departmentCodes].flat().filter((each) => !missing.some(({ code }) => code === each));
}
