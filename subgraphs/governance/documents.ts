import type * as kit from '../kit';

/** The department's code: in ids, database name, environment variables. */
export const code = 'governance';

/** Fields of this department's own trade. */
export interface TargetDetails {
  /** The institution, platform or reform, as printed. */
  mechanism?: string;
}

export type TargetDocument = kit.TargetDocument<TargetDetails>;
export type ResultDocument = kit.ResultDocument;

/** Beside the indexes of every department (kit/documents.ts). */
export const indexes: readonly kit.IndexDeclaration[] = [];
