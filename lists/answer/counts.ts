import type { AnyBulkWriteOperation, Db } from 'mongodb';
import type { TargetDocument, UncountedChange } from './documents';
import { everything, statusPosition, way, type Way } from './ways';

/** Dimensions that facets count by. */
export type Dimension = 'kinds' | 'statuses' | 'units' | 'chapters';

/** How many targets a way has, in all and by value of each dimension. Kept with every write; see `recount.ts`. */
export interface CountDocument {
  _id: Way;
  total: number;
  /** By dimension and value; keys as `countKey` makes them. Zero counts may stand or lack. */
  by: Record<Dimension, Record<string, number>>;
  /** The last changes of status that it holds: a change that is applied again is passed over. */
  applied: string[];
}

export const statuses = ['UNREPORTED', 'UNDER_WAY', 'ACHIEVED'] as const;
/** More than reports that can be under way at once in one department. */
const appliedKept = 256;

/** A field name cannot hold a dot or a dollar. */
export const countKey = (value: string | number | null): string =>
  String(value ?? 0).replace(/[%.$]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);

export const valueOfKey = (key: string): string => decodeURIComponent(key);

type CountedFields = Pick<TargetDocument, 'ways' | 'kind' | 'status' | 'chapter' | 'quantity'>;

/** Counts by way of the targets given, from nothing. */
export function countTargets(targets: Iterable<CountedFields>): Map<Way, CountDocument> {
  const counts = new Map<Way, CountDocument>();
  for (const each of [everything, ...statuses.map((status) => way('status', status))])
    counts.set(each, noTargets(each));
  for (const target of targets) addTarget(counts, target);
  return counts;
}

export function addTarget(counts: Map<Way, CountDocument>, target: CountedFields): void {
  for (const each of [everything, ...target.ways]) {
    const count = counts.get(each) ?? noTargets(each);
    counts.set(each, count);
    count.total += 1;
    for (const [dimension, value] of dimensionsOf(target)) {
      const by = count.by[dimension];
      by[value] = (by[value] ?? 0) + 1;
    }
  }
}

/**
 * Brings the counts to what the targets' pending changes say. Each change is applied to each count once, however often
 * this is called and wherever it was cut off before.
 */
export async function applyUncounted(db: Db, targets: readonly TargetDocument[]): Promise<void> {
  const changes = targets.flatMap((target) => (target.uncounted ?? []).map((change) => ({ target, change })));
  if (changes.length === 0) return;
  const operations = changes.flatMap(({ target, change }) => countChange(target, change));
  await db.collection<CountDocument>('counts').bulkWrite(operations, { ordered: false });
  await db.collection<TargetDocument>('targets').bulkWrite(
    changes.map(({ target, change }) => ({
      updateOne: {
        filter: { _id: target._id },
        update: { $pull: { uncounted: { operation: change.operation } } },
      },
    })),
    { ordered: false },
  );
}

/** Applies what an earlier process wrote and did not count. */
export async function applyAllUncounted(db: Db): Promise<void> {
  const pending = db.collection<TargetDocument>('targets').find({ 'uncounted.operation': { $gte: '' } });
  await applyUncounted(db, await pending.toArray());
}

export async function readCounts(db: Db, ways: Iterable<Way>): Promise<Map<Way, CountDocument>> {
  const ids = [...new Set(ways)];
  if (ids.length === 0) return new Map();
  const found = await db
    .collection<CountDocument>('counts')
    .find({ _id: { $in: ids } }, { projection: { applied: 0 } })
    .toArray();
  return new Map(found.map((count) => [count._id, count]));
}

const noTargets = (each: Way): CountDocument => ({
  _id: each,
  total: 0,
  by: { kinds: {}, statuses: {}, units: {}, chapters: {} },
  applied: [],
});

function dimensionsOf({
  kind,
  status,
  chapter,
  quantity,
}: Omit<CountedFields, 'ways'>): [Dimension, string][] {
  return [
    ['kinds', countKey(kind)],
    ['statuses', countKey(status)],
    ['chapters', countKey(chapter)],
    ...(quantity ? [['units', countKey(quantity.unit)] satisfies [Dimension, string]] : []),
  ];
}

/** A target leaves one status and enters another: in every way that it has, and between the two ways of status. */
function countChange(
  target: TargetDocument,
  { operation, from, to }: UncountedChange,
): AnyBulkWriteOperation<CountDocument>[] {
  if (from === to) return [];
  const others = target.ways.filter((_, position) => position !== statusPosition);
  const between = { [`by.statuses.${from}`]: -1, [`by.statuses.${to}`]: 1 };
  const facts = dimensionsOf(target).filter(([dimension]) => dimension !== 'statuses');
  const whole = (sign: 1 | -1, status: string) => ({
    total: sign,
    [`by.statuses.${status}`]: sign,
    ...Object.fromEntries(facts.map(([dimension, value]) => [`by.${dimension}.${value}`, sign])),
  });
  return [
    ...[everything, ...others].map((each) => increment(each, operation, between)),
    increment(way('status', from), operation, whole(-1, from)),
    increment(way('status', to), operation, whole(1, to)),
  ];
}

function increment(
  each: Way,
  operation: string,
  by: Record<string, number>,
): AnyBulkWriteOperation<CountDocument> {
  const applied = { $each: [operation], $slice: -appliedKept };
  const update = { $inc: by, $push: { applied } };
  return {
    updateOne: { filter: { _id: each, applied: { $ne: operation } }, update },
  };
}
