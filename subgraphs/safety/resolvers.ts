import { gatherResolvers, reportProgress, resultResolvers, targetResolvers } from '../kit';
import { code } from './documents';
import type { Resolvers } from './types.generated';

export const resolvers: Resolvers = {
  ...gatherResolvers(code),
  Target: { __resolveType: () => 'SafetyTarget' },
  Result: { __resolveType: () => 'SafetyResult' },
  SafetyTarget: {
    ...targetResolvers,
    protects: (target) => target.details.protects ?? null,
  },
  SafetyResult: resultResolvers,
  Mutation: {
    reportSafetyProgress: reportProgress,
  },
};
