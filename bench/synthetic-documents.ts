import type { SeedPlace, SeedResult, SeedTarget } from '../seeds/format';
import type { ResultDocument, TargetDocument } from '../subgraphs/kit';
import { resultDocument, targetDocument } from '../subgraphs/kit/seeding/seed-documents';
import { updatedKey } from '../lists/contract/sort-keys';
import { targetListKeys } from '../lists/answer/stored/list-keys';
import { cellsOf, type Cell, type PlanShape } from './plan-shape';
import { createRandom, type Random } from './random';
import {
  city,
  districtName,
  placeId,
  placesOfDistrict,
  townName,
  townsPerDistrict,
} from './synthetic-places';
import { writeClause, writeCoverage, type Clause } from './texts';

/** The document that every synthetic statement cites. Its title says that it is not real. */
export const syntheticSource = 'synthetic-plan';

export interface SyntheticStatement {
  readonly target: TargetDocument;
  /** The target's baseline. */
  readonly result?: ResultDocument;
}

/** A department's statements in plan order, converted by the same functions as the seeds. */
export function* syntheticStatements(department: string, shape: PlanShape): Generator<SyntheticStatement> {
  const random = createRandom(seedOf(department));
  const numbers = new Map<string, number>();
  const next = (group: string): string => {
    const number = (numbers.get(group) ?? 0) + 1;
    numbers.set(group, number);
    return `${department}:${group}.${number}`;
  };
  const gazetteers = new Map<number, ReadonlyMap<string, SeedPlace>>();
  for (const cell of cellsOf(department, shape)) {
    const gazetteer = gazetteers.get(cell.district) ?? gazetteerOf(cell.district);
    gazetteers.set(cell.district, gazetteer);
    for (let at = 0; at < cell.targets; at++) yield statement(random, department, cell, gazetteer, next);
  }
}

function statement(
  random: Random,
  department: string,
  cell: Cell,
  gazetteer: ReadonlyMap<string, SeedPlace>,
  next: (group: string) => string,
): SyntheticStatement {
  const everyTown = random.chance(0.02);
  const where = everyTown ? '' : placeName(random, cell.district);
  const clause = everyTown ? writeCoverage(random, department) : writeClause(random, department, where);
  const context = {
    gazetteer,
    chapterOf: () => cell.item.chapter,
    issuedAt: new Date(`${cell.year}-02-27T00:00:00Z`),
  };
  const baseline = clause.quantity && random.chance(0.5) ? baselineOf(random, clause, cell, next) : undefined;
  const seed: SeedTarget = {
    ...clause,
    id: next(`${cell.item.number}`),
    year: cell.year as SeedTarget['year'],
    item: cell.item.number,
    citations: [],
    places: where === '' ? [] : [{ place: placeId(where), evidence: where }],
    ...(everyTown && { everyTown: '实现街镇' }),
    ...(baseline && { baseline: baseline.id }),
  };
  const target = cited(targetDocument(seed, baseline, context), cell);
  return {
    target: random.chance(0.04) ? reported(random, target) : target,
    ...(baseline && { result: cited(resultDocument(baseline, context), cell) }),
  };
}

/** The name of a clause's place: a town in 40 % of clauses, the district in 30 %, the city in 1 %, otherwise `''`. */
function placeName(random: Random, district: number): string {
  const share = random.next();
  if (share < 0.4) return townName(district, random.between(1, townsPerDistrict));
  if (share < 0.7) return districtName(district);
  return share < 0.71 ? city : '';
}

function baselineOf(
  random: Random,
  { title, quantity }: Clause,
  cell: Cell,
  next: (group: string) => string,
): SeedResult | undefined {
  if (!quantity) return undefined;
  const year = cell.year - 1;
  const section = Math.min(cell.item.chapter, 5);
  const value = Math.max(1, Math.round(quantity.value * (0.7 + random.next() * 0.5)));
  const text = quantity.unit === '%' ? `增长${value}%` : `${value}${quantity.unit}`;
  return {
    id: next(`${year}.${section}`),
    year: year as SeedResult['year'],
    section,
    title,
    text: `${title}全年完成${text}`,
    citations: [],
    quantity: { ...quantity, value, text, comparator: 'EXACTLY' },
    cumulative: random.chance(0.2),
    ...(random.chance(0.3) && { yearOnYear: random.between(-8, 20) }),
  };
}

/** The target after one progress entry of its department. */
function reported(random: Random, target: TargetDocument): TargetDocument {
  const done = random.chance(0.4);
  const reportedAt = new Date(Date.UTC(target.year, random.between(3, 10), random.between(1, 28), 8));
  const value = target.quantity && Math.round(target.quantity.value * (done ? 1 : random.next()));
  const status = done ? ('ACHIEVED' as const) : ('UNDER_WAY' as const);
  const asOf = reportedAt.toISOString().slice(0, 10);
  const changed = {
    ...target,
    progress: [
      { value, note: done ? '已完成' : '按计划推进', asOf, reportedAt, movedFrom: target.sort.updated },
    ],
    status,
    revision: 1,
    updatedAt: reportedAt,
    sort: { ...target.sort, updated: updatedKey(target._id, reportedAt) },
  };
  return { ...changed, ways: targetListKeys(changed) };
}

function cited<T extends TargetDocument | ResultDocument>(document: T, { item }: Cell): T {
  const quote = document.text;
  return { ...document, citations: [{ document: syntheticSource, locator: `第${item.number}项`, quote }] };
}

const gazetteerOf = (district: number): ReadonlyMap<string, SeedPlace> =>
  new Map(placesOfDistrict(district).map((place) => [place.id, place]));

const seedOf = (department: string): number =>
  [...department].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 20_230_227);
