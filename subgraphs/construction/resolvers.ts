import { gatherResolvers, reportProgress, resultResolvers, targetResolvers } from '../kit';
import { code } from './documents';
import type { Resolvers } from './types.generated';

export const resolvers: Resolvers = {
  ...gatherResolvers(code),
  Target: { __resolveType: () => 'ConstructionTarget' },
  Result: { __resolveType: () => 'ConstructionResult' },
  ConstructionTarget: {
    ...targetResolvers,
    stage: (target) => target.details.stage ?? null,
    extent: (target) => target.details.extent ?? null,
  },
  ConstructionResult: resultResolvers,
  Mutation: {
    reportConstructionProgress: reportProgress,
  },
};
