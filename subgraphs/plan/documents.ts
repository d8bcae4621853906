import type { CitationDocument, IndexDeclaration } from '../kit';
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

/** A department as the gateway passes it in: with each department's word on whether it answers, where that is required. */
export interface DepartmentReference {
  code: string;
  [department: string]: unknown;
}

export interface WorkItemDocument {
  /** The item's number. */
  _id: number;
  chapter: number;
  department: string;
  heading: string;
  text: string;
  /** Normalised heading and text. */
  searchText: string;
}

export interface PlaceDocument {
  _id: string;
  name: string;
  /** The name and every other spelling. */
  names: string[];
  kind: PlaceKind;
  within: string | null;
  /** All that it lies in, nearest first. */
  ancestors: string[];
  evidence: string;
  citations: CitationDocument[];
  /** Place in the gazetteer's order. */
  position: number;
  searchText: string;
}

export const indexes: Readonly<Record<'items' | 'places', readonly IndexDeclaration[]>> = {
  items: [{ key: { chapter: 1, _id: 1 } }, { key: { department: 1, _id: 1 } }],
  places: [
    { key: { position: 1 } },
    { key: { names: 1 }, options: { unique: true } },
    { key: { kind: 1, position: 1 } },
    { key: { within: 1, position: 1 } },
    { key: { ancestors: 1, position: 1 } },
  ],
};
