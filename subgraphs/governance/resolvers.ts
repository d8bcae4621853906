import { gatherResolvers, reportProgress, resultResolvers, targetResolvers } from '../kit';
import { code } from './documents';
import type { Resolvers } from './types.generated';

export const resolvers: Resolvers = {
  ...gatherResolvers(code),
  Target: { __resolveType: () => 'GovernanceTarget' },
  Result: { __resolveType: () => 'GovernanceResult' },
  GovernanceTarget: {
    ...targetResolvers,
    mechanism: (target) => target.details.mechanism ?? null,
  },
  GovernanceResult: resultResolvers,
  Mutation: {
    reportGovernanceProgress: reportProgress,
  },
};
