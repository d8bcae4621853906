import list from './departments.json';

/** A department of the district government. `departments.json` is the one list of departments. */
export interface DepartmentEntry {
  /** Begins ids (`economy:2.1`), names the database and, in capitals, the environment variables: `economy`. */
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

/** The mutation by which a department files progress: `economy` → `reportEconomyProgress`. */
export const progressMutation = (code: string): string => `report${typePrefix(code)}Progress`;

/** `economy` → `Economy`, which begins the names of its types and stands in its mutation's. */
export function typePrefix(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1);
}
