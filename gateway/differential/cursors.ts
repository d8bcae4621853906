import { searchTexts } from './generate';
import { cursorPattern, hitCursor, statementCursor } from './oracle/cursor';
import type { OrderField } from './oracle/order';
import type { Ask } from './ask';

const orders: readonly OrderField[] = ['PLAN', 'VALUE', 'TITLE', 'UPDATED'];

interface HitEdge {
  readonly cursor: string;
  readonly score: number;
  readonly node: { readonly __typename: string; readonly id?: string; readonly number?: number };
}

/**
 * Pairs of the system's cursors and the oracle's, learnt from the system's own lists. The system's cursors are opaque; the only
 * demand is that one cursor always stands for the same row.
 */
export class Cursors {
  readonly #toSystem = new Map<string, string>();
  readonly #toOracle = new Map<string, string>();

  /** Reads every list in every order, and every search whose cursors are generated. */
  static async learn(ask: Ask): Promise<Cursors> {
    const cursors = new Cursors();
    for (const field of orders) {
      const { targets, results } = await read(ask, statementLists, { field });
      for (const { cursor, node } of [...targets.edges, ...results.edges]) {
        cursors.isSame(statementCursor(field, node), cursor);
      }
    }
    for (const text of searchTexts) {
      const { search } = await read(ask, hitList, { text });
      for (const edge of search.edges) cursors.isSame(oracleCursorOf(edge), edge.cursor);
    }
    return cursors;
  }

  /** Whether a cursor of the system can stand for a cursor of the oracle. If so, it stands for no other from then on. */
  isSame(oracle: string, system: unknown): boolean {
    if (typeof system !== 'string' || system === '') return false;
    if (!this.#toSystem.has(oracle)) this.#toSystem.set(oracle, system);
    if (!this.#toOracle.has(system)) this.#toOracle.set(system, oracle);
    return this.#toOracle.get(system) === oracle;
  }

  /** Replaces the oracle's cursors in a text by the system's. */
  translate(text: string): string {
    return text.replace(cursorPattern, (cursor) => this.#toSystem.get(cursor) ?? cursor);
  }
}

const statementLists = `query ($field: TargetOrderField!) {
  targets(first: 500, orderBy: { field: $field }) { edges { cursor node { id } } }
  results(first: 500, orderBy: { field: $field }) { edges { cursor node { id } } }
}`;

const hitList = `query ($text: String!) {
  search(text: $text, first: 100) {
    edges { cursor score node { __typename ... on Target { id } ... on Result { id } ... on Place { id } ... on WorkItem { number } } }
  }
}`;

interface Lists {
  readonly targets: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  };
  readonly results: Lists['targets'];
  readonly search: { readonly edges: readonly HitEdge[] };
}

async function read(ask: Ask, query: string, variables: Readonly<Record<string, unknown>>): Promise<Lists> {
  const { data, errors } = await ask({ query, variables });
  if (errors)
    throw new Error(
      `The lists that cursors are learnt from must be whole, but got: ${JSON.stringify(errors)}`,
    );
  return data as Lists;
}

function oracleCursorOf({ score, node: { __typename: name, id, number } }: HitEdge): string {
  const type = /Target$/.test(name) ? 'Target' : /Result$/.test(name) ? 'Result' : name;
  return hitCursor({
    score,
    type: type as Parameters<typeof hitCursor>[0]['type'],
    id: id ?? String(number),
  });
}
