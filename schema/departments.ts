import list from './departments.json';

/** A department of the district government. `departments.json` is the one place that lists them. */
export interface DepartmentEntry {
  /** Code in ids, URLs and the environment: `economy`. */
  readonly code: string;
  /** Chinese name: `经济`. */
  readonly name: string;
  /** Default port of its subgraph when it runs alone. */
  readonly port: number;
}

export const departments: readonly DepartmentEntry[] = list;

export const departmentCodes: readonly string[] = departments.map((department) => department.code);

/** Default port of the plan office's subgraph when it runs alone. */
export const planPort = 4006;

/** The type names of a department's entities: `economy` → `EconomyTarget`, `EconomyResult`. */
export function entityNames(code: string): { target: string; result: string } {
  const prefix = typePrefix(code);
  return { target: `${prefix}Target`, result: `${prefix}Result` };
}

/** `economy` → `Economy`: how a department's code begins its type and mutation names. */
export function typePrefix(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1);
}
