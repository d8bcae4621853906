import type { CitationDocument } from '../kit';
import type { IndexDeclaration } from '../../lists/answer/stored/indexes';
import type { SearchFields } from '../../lists/answer/stored/grams';
import type { PlaceKind } from '../../seeds/format';

export const code = 'plan';

/** A source document. */
export interface SourceDocument {
  _id: string;
  title: string;
  issuer: string;
  issuedOn: string;
}

export interface PlanDocument {
  /** The year. */
  _id: number;
  title: string;
  issuer: string;
  issuedOn: string;
  addressees: string[];
  chapters: ChapterDocument[];
}

export interface ChapterDocument {
  number: number;
  title: string;
}

/**
 * A department as the gateway refers to it. Where `available` is asked for, each department has answered for itself:
 * `{ code: 'economy', economy: true, safety: null }`.
 */
export interface DepartmentReference {
  code: string;
  [department: string]: unknown;
}

/** A document that `search` finds. Hits of the same tier come in plan order. */
interface SearchedDocument extends SearchFields {
  sort: { plan: string };
}

export interface WorkItemDocument extends SearchedDocument {
  /** The item's number. */
  _id: number;
  chapter: number;
  department: string;
  heading: string;
  text: string;
}

export interface PlaceDocument extends SearchedDocument {
  _id: string;
  name: string;
  /** The name and every other spelling. */
  names: string[];
  kind: PlaceKind;
  within: string | null;
  /** The places that it lies in, nearest first. */
  ancestors: string[];
  evidence: string;
  citations: CitationDocument[];
}

const searched: IndexDeclaration = { key: { grams: 1, 'sort.plan': 1 } };

export const indexes: Readonly<Record<'items' | 'places', readonly IndexDeclaration[]>> = {
  items: [{ key: { chapter: 1, _id: 1 } }, { key: { department: 1, _id: 1 } }, searched],
  places: [
    { key: { 'sort.plan': 1 } },
    { key: { names: 1 }, options: { unique: true } },
    { key: { kind: 1, 'sort.plan': 1 } },
    { key: { within: 1, 'sort.plan': 1 } },
    { key: { ancestors: 1, 'sort.plan': 1 } },
    searched,
  ],
};
