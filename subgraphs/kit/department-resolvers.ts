import { sliceResolvers } from '../../lists/answer/slice-resolvers';
import { isId } from '../../lists/contract/bounds';
import type { DepartmentContext } from './context';

/** The department's answers to selectors, and its word on whether it answers at all. */
export function gatherResolvers(code: string) {
  return {
    ...sliceResolvers(code),
    Department: {
      __resolveReference: async ({ code: wanted }: { code: unknown }) =>
        isId(wanted) ? { code: wanted } : null,
      [code]: async (department: { code: string }, _: unknown, { loaders }: DepartmentContext) =>
        department.code === code ? loaders.lists.answered.load('ping') : null,
    },
  };
}
