import type * as kit from '../kit';

/** The department's code: in ids, database name, environment variables. */
export const code = 'safety';

/** Fields of this department's own trade. */
export interface TargetDetails {
  /** What or whom it protects, as printed. */
  protects?: string;
}

export type TargetDocument = kit.TargetDocument<TargetDetails>;
export type ResultDocument = kit.ResultDocument;

/** Beside the indexes of every department (kit/documents.ts). */
export const indexes: readonly kit.IndexDeclaration[] = [];
