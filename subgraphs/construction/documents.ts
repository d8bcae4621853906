import type * as kit from '../kit';

/** The department's code: in ids, database name, environment variables. */
export const code = 'construction';

/** Fields of this department's own trade. */
export interface TargetDetails {
  /** What happens to the works this year, read from the verb. */
  stage?: 'PREPARATION' | 'START' | 'COMPLETION' | 'RENEWAL';
  /** The stretch or extent, as printed. */
  extent?: string;
}

export type TargetDocument = kit.TargetDocument<TargetDetails>;
export type ResultDocument = kit.ResultDocument;

/** Beside the indexes of every department (kit/documents.ts). */
export const indexes: readonly kit.IndexDeclaration[] = [];
