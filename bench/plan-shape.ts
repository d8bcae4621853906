import type { SeedPlan } from '../seeds/format';
import { readSeed } from '../subgraphs/kit';

/** A synthetic plan has districts × years × work items, and its targets spread evenly over these cells. */
export interface PlanShape {
  readonly targets: number;
  readonly districts: number;
  readonly years: readonly number[];
}

const years = [2019, 2020, 2021, 2022, 2023] as const;
/** 1000 / (5 years × 34 items) gives about six targets in a cell; the real plan has eight. */
const targetsPerDistrict = 1000;

export function shapeOf(targets: number): PlanShape {
  if (!Number.isInteger(targets) || targets < 1)
    throw new Error(`A size must be a whole number from 1, but got: ${targets}.`);
  return { targets, districts: Math.max(1, Math.round(targets / targetsPerDistrict)), years };
}

/** One work item of one district in one year, with its number of targets. */
export interface Cell {
  readonly year: number;
  readonly item: SeedPlan['items'][number];
  readonly district: number;
  readonly targets: number;
}

export const readPlan = (): SeedPlan => readSeed<SeedPlan>('plan/plan.json');

/** A department's cells in plan order. The targets of all departments' cells add up to `shape.targets`. */
export function* cellsOf(department: string, shape: PlanShape): Generator<Cell> {
  const { items } = readPlan();
  const cells = shape.years.length * items.length * shape.districts;
  const upTo = (cell: number): number => Math.floor((cell * shape.targets) / cells);
  let cell = 0;
  for (const year of shape.years) {
    for (const item of items) {
      for (let district = 1; district <= shape.districts; district++, cell++) {
        if (item.department !== department) continue;
        yield { year, item, district, targets: upTo(cell + 1) - upTo(cell) };
      }
    }
  }
}
