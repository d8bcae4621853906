import type { Seeds } from './load';
import { verifyEntries } from './verify-entries';
import { verifyNaming } from './verify-naming';
import { verifyNumerals } from './verify-numerals';
import { verifyPlaces } from './verify-places';
import { verifyPlan } from './verify-plan';
import { read } from './verify-reading';

export interface Verification {
  /** One message per problem: `economy/targets.json economy:2.1: has no citation`. */
  problems: string[];
  /** Counts for a reader, several lines. */
  summary: string;
}

/** Checks the seeds against the text of the two documents. Pure: reads only its argument and leaves it unchanged. */
export function verifySeeds(seeds: Seeds): Verification {
  const reading = read(seeds);
  const numerals = verifyNumerals(reading);
  const { figures, names, structure, exclusions } = numerals.counts;
  return {
    problems: [
      ...verifyPlan(reading),
      ...verifyPlaces(reading),
      ...verifyEntries(reading),
      ...verifyNaming(reading),
      ...numerals.problems,
    ],
    summary: [
      ...seeds.departments.map((department) => summarise(department)),
      `${seeds.places.length} places, ${countQuotes(seeds)} quotes, ${seeds.plan.items.length} items`,
      `numerals: ${figures} figures, ${names} in names, ${structure} item numbers, ${exclusions} excluded`,
    ].join('\n'),
  };
}

function summarise({ code, targets = [], results = [] }: Seeds['departments'][number]): string {
  const counts = [...new Set(targets.map(({ kind }) => kind))]
    .map((kind) => `${targets.filter((target) => target.kind === kind).length} ${kind}`)
    .join(', ');
  return `${code}: ${targets.length} targets (${counts}), ${results.length} results`;
}

function countQuotes({ places, departments }: Seeds): number {
  const cited = departments.flatMap(({ targets = [], results = [] }) => [...targets, ...results]);
  return [...places, ...cited].reduce((sum, { citations }) => sum + citations.length, 0);
}
