import type { Databases } from './databases';

/**
 * The sort key of the target at a position, from 0, of the list of all targets. Found by a merge of the departments'
 * keys in order, so the cost grows with the position.
 */
export async function findKeyAt(
  { departments }: Databases,
  order: 'plan' | 'title',
  position: number,
): Promise<string> {
  const walks = departments.map(({ db }) =>
    db
      .collection('targets')
      .find({}, { projection: { _id: 0, [`sort.${order}`]: 1 }, batchSize: 5000 })
      .sort({ [`sort.${order}`]: 1 }),
  );
  const next = async (walk: (typeof walks)[number]): Promise<string | undefined> => {
    const document = await walk.next();
    return document ? (document.sort as Record<string, string>)[order] : undefined;
  };
  const heads = await Promise.all(walks.map(next));
  for (let at = 0; ; at++) {
    const least = heads.reduce<number>((best, key, each) => (isBefore(key, heads[best]) ? each : best), 0);
    const key = heads[least];
    if (key === undefined) throw new Error(`The list must have a target at ${position}, but ends before.`);
    if (at === position) {
      await Promise.all(walks.map((walk) => walk.close()));
      return key;
    }
    const walk = walks[least];
    heads[least] = walk && (await next(walk));
  }
}

const isBefore = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && (b === undefined || a < b);
