import type { Db } from 'mongodb';
import { countGrams, rarestGram } from './grams';
import { gramsOf } from './text';

/**
 * For each list with a text condition, the gram through whose index its documents are found: null when no document can
 * hold the text, undefined when there is no such condition. At most one command.
 */
export async function gramsForTexts(
  db: Db,
  collection: string,
  lists: readonly { readonly text?: string }[],
): Promise<(string | null | undefined)[]> {
  const wanted = lists.map(({ text }) => (text === undefined ? undefined : gramsOf(text)));
  const counts = await countGrams(
    db,
    collection,
    wanted.flatMap((grams) => grams ?? []),
  );
  return wanted.map((grams) => grams && rarestGram(grams, counts));
}
