import { gatherResolvers, reportProgress, resultResolvers, targetResolvers } from '../kit';
import { code } from './documents';
import type { Resolvers } from './types.generated';

export const resolvers: Resolvers = {
  ...gatherResolvers(code),
  Target: { __resolveType: () => 'EconomyTarget' },
  Result: { __resolveType: () => 'EconomyResult' },
  EconomyTarget: {
    ...targetResolvers,
    industry: (target) => target.details.industry ?? null,
  },
  EconomyResult: resultResolvers,
  Mutation: {
    reportEconomyProgress: reportProgress,
  },
};
