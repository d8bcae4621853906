import { departmentCodes } from '../../../schema/departments';
import type { SeedPlace, SeedPlan, SeedResult, SeedTarget } from '../../../seeds/format';
import type { Seeds } from '../../../seeds/load';

/** One filing of progress on a target. */
export interface ProgressEntry {
  readonly value: number | null;
  readonly note: string | null;
  readonly asOf: string;
  readonly reportedAt: string;
}

interface Owned {
  readonly department: string;
  /** ISO 8601 */
  updatedAt: string;
}

export type Result = SeedResult & Owned;

export type Target = SeedTarget &
  Owned & {
    /** 0 for a target that only the government report gives. */
    readonly chapter: number;
    /** Oldest first. */
    readonly progress: ProgressEntry[];
    status: 'UNREPORTED' | 'UNDER_WAY' | 'ACHIEVED';
  };

export type Statement = Target | Result;

/** The seeds as plain arrays, with the few facts that every part of the oracle needs. */
export interface Data {
  readonly plan: SeedPlan;
  readonly documents: Seeds['documents'];
  readonly places: readonly SeedPlace[];
  readonly targets: readonly Target[];
  readonly results: readonly Result[];
}

export function arrangeSeeds({ plan, documents, places, departments }: Seeds): Data {
  const updatedAt = `${plan.issuedOn}T00:00:00.000Z`;
  const chapterOf = (item: number | undefined) => plan.items.find(({ number }) => number === item)?.chapter;
  const owners = departmentCodes.flatMap((code) => departments.filter((each) => each.code === code));
  return {
    plan,
    documents,
    places,
    targets: owners.flatMap(({ code, targets = [] }) =>
      targets.map((seed) => ({
        ...seed,
        department: code,
        updatedAt,
        chapter: chapterOf(seed.item) ?? 0,
        progress: [],
        status: 'UNREPORTED' as const,
      })),
    ),
    results: owners.flatMap(({ code, results = [] }) =>
      results.map((seed) => ({ ...seed, department: code, updatedAt })),
    ),
  };
}

export const isTarget = (statement: Statement): statement is Target => 'kind' in statement;

export const findPlace = ({ places }: Data, id: string): SeedPlace | undefined =>
  places.find((place) => place.id === id);

/** Whether a place lies in another, at any depth. */
export function liesIn(data: Data, inner: string, outer: string): boolean {
  const within = findPlace(data, inner)?.within ?? null;
  return within !== null && (within === outer || liesIn(data, within, outer));
}
