import { gatherResolvers, reportProgress, resultResolvers, targetResolvers } from '../kit';
import { code } from './documents';
import type { Resolvers } from './types.generated';

export const resolvers: Resolvers = {
  ...gatherResolvers(code),
  Target: { __resolveType: () => 'LivelihoodTarget' },
  Result: { __resolveType: () => 'LivelihoodResult' },
  LivelihoodTarget: {
    ...targetResolvers,
    beneficiaries: (target) => target.details.beneficiaries ?? null,
  },
  LivelihoodResult: resultResolvers,
  Mutation: {
    reportLivelihoodProgress: reportProgress,
  },
};
