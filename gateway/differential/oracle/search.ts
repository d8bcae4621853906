import type { SeedPlace, SeedPlan } from '../../../seeds/format';
import { isTarget, type Data, type Statement } from './data';
import { compareBy } from './order';
import { foldText, holds, pairsOf } from './text';

type Item = SeedPlan['items'][number];

/** A thing that a search can find. */
interface Searchable {
  readonly type: 'Place' | 'Target' | 'Result' | 'WorkItem';
  readonly id: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly source: SeedPlace | Statement | Item;
}

export interface Hit extends Searchable {
  /** 3 when the title is the text, 2 when the title holds every pair of the text's characters, else 1. */
  readonly score: number;
}

/** All things that a search looks through, in the order of hits with the same score: by type, then as in the plan. */
export function searchables(data: Data): Searchable[] {
  const inPlanOrder = compareBy({ field: 'PLAN', direction: 'ASC' });
  return [
    ...data.places.map((place) => ({
      type: 'Place' as const,
      id: place.id,
      title: place.name,
      texts: [place.name, ...(place.aliases ?? [])],
      source: place,
    })),
    ...[...data.targets].sort(inPlanOrder).map(searchableStatement),
    ...[...data.results].sort(inPlanOrder).map(searchableStatement),
    ...data.plan.items.map((item) => ({
      type: 'WorkItem' as const,
      id: String(item.number),
      title: item.heading,
      texts: [item.heading, item.text],
      source: item,
    })),
  ];
}

const searchableStatement = (statement: Statement): Searchable => ({
  type: isTarget(statement) ? 'Target' : 'Result',
  id: statement.id,
  title: statement.title,
  texts: [statement.title, statement.text],
  source: statement,
});

/** The things that hold all terms, the highest score first. */
export function findHits(data: Data, terms: readonly string[]): Hit[] {
  const hits = searchables(data)
    .filter(({ texts }) => terms.every((term) => holds(texts, term)))
    .map((each) => ({ ...each, score: scoreOf(each.title, terms) }));
  return [3, 2, 1].flatMap((score) => hits.filter((hit) => hit.score === score));
}

function scoreOf(title: string, terms: readonly string[]): number {
  if (foldText(title) === foldText(terms.join(''))) return 3;
  const inTitle = pairsOf(title);
  return terms.flatMap(pairsOf).every((pair) => inTitle.includes(pair)) ? 2 : 1;
}
