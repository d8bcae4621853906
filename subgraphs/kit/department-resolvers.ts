import { sliceResolvers } from '../../lists/answer/slice-resolvers';
import { isId } from '../../lists/contract/bounds';
import { entityNames, progressMutation } from '../../schema/departments';
import type { DepartmentContext } from './context';
import { resultResolvers, targetResolvers, tradeResolvers } from './entity-resolvers';
import type { MutationResolvers } from './types.generated';

/** Resolvers by type and field. */
type ResolverMap = Readonly<Record<string, object>>;

/** Every resolver of a department, under the names that follow from its code. */
export function departmentResolvers(code: string): ResolverMap {
  const { target, result } = entityNames(code);
  return {
    ...sliceResolvers(code),
    Department: departmentReference(code),
    Target: { __resolveType: () => target },
    Result: { __resolveType: () => result },
    [target]: { ...tradeResolvers(code), ...targetResolvers },
    [result]: resultResolvers,
    Mutation: { [progressMutation(code)]: reportOwnProgress },
  };
}

/** Field by field, the resolvers of `own` in place of the kit's. */
export function mergeResolvers(kit: ResolverMap, own: ResolverMap): ResolverMap {
  const types = [...new Set([...Object.keys(kit), ...Object.keys(own)])];
  return Object.fromEntries(types.map((type) => [type, { ...kit[type], ...own[type] }]));
}

/** The field of this department's code is true on its own reference, once its database answers, and null on the others. */
function departmentReference(code: string) {
  return {
    __resolveReference: async ({ code: referred }: { code: unknown }) =>
      isId(referred) ? { code: referred } : null,
    [code]: async (department: { code: string }, _: unknown, { loaders }: DepartmentContext) =>
      department.code === code ? loaders.lists.answered.load('ping') : null,
  };
}

const reportOwnProgress: MutationResolvers['reportOwnProgress'] = async (_, { input }, context) => {
  context.assertMayWrite();
  return context.store.targets.fileProgress(input, new Date());
};
