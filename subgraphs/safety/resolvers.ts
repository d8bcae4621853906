import { gatherResolvers, reportProgress, resultResolvers, targetResolvers } from '../kit';
import { code } from './documents';
import type { Resolvers } from './types.generated';

export const resolvers: Resolvers = {
  ...gatherResolvers(code),
  SafetyTarget: {
    ...targetResolvers,
    protects: (target) => target.details.protects ?? null,
  },
  SafetyResult: resultResolvers,
  Mutation: {
    reportSafetyProgress: reportProgress,
  },
};
