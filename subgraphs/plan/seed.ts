import type { Db } from 'mongodb';
import type { SeedDocument, SeedPlace, SeedPlan } from '../../seeds/format';
import { gramCounts, searchFields } from '../../lists/answer/stored/grams';
import { readSeed, seedCollections, type Log, type SeedCollection } from '../kit';
import {
  code,
  type PlaceDocument,
  type PlanDocument,
  type SourceDocument,
  type WorkItemDocument,
} from './documents';

/** Brings the plan office's collections to the content of `seeds/plan`. */
export async function seedPlanOffice(db: Db, log: Log): Promise<void> {
  const collections = planOfficeCollections({
    plans: [readSeed<SeedPlan>('plan/plan.json')],
    places: readSeed<SeedPlace[]>('plan/places.json'),
    documents: readSeed<SeedDocument[]>('plan/documents.json'),
  });
  await seedCollections(db, code, log, collections);
}

interface PlanOfficeSeeds {
  /** A plan for each year; the work items are those of the first. */
  readonly plans: readonly [SeedPlan, ...SeedPlan[]];
  readonly places: readonly SeedPlace[];
  readonly documents: readonly (Pick<SeedDocument, 'title' | 'issuer' | 'issuedOn'> & {
    readonly id: string;
  })[];
}

/** All collections of the plan office, with their documents. */
export function planOfficeCollections(seeds: PlanOfficeSeeds): SeedCollection[] {
  const items = seeds.plans[0].items.map(workItemDocument);
  const places = placeDocuments(seeds.places);
  return [
    { name: 'documents', documents: seeds.documents.map(sourceDocument) },
    { name: 'plans', documents: seeds.plans.map(planDocument) },
    { name: 'items', documents: items },
    { name: 'places', documents: places },
    { name: 'grams', documents: [...gramCounts('items', items), ...gramCounts('places', places)] },
  ];
}

const sourceDocument = ({
  id,
  title,
  issuer,
  issuedOn,
}: PlanOfficeSeeds['documents'][number]): SourceDocument => ({
  _id: id,
  title,
  issuer,
  issuedOn,
});

const planDocument = ({ year, title, issuer, issuedOn, addressees, chapters }: SeedPlan): PlanDocument => ({
  _id: year,
  title,
  issuer,
  issuedOn,
  addressees,
  chapters,
});

function workItemDocument({ number, ...item }: SeedPlan['items'][number]): WorkItemDocument {
  return {
    _id: number,
    ...item,
    ...searchFields(item.heading, [item.text]),
    sort: { plan: inOrder(number) },
  };
}

function placeDocuments(places: readonly SeedPlace[]): PlaceDocument[] {
  const within = new Map(places.map((place) => [place.id, place.within]));
  return places.map((place, position) => {
    const names = [place.name, ...(place.aliases ?? [])];
    return {
      _id: place.id,
      name: place.name,
      names,
      kind: place.kind,
      within: place.within,
      ancestors: ancestorsOf(place.id, within),
      evidence: place.evidence,
      citations: place.citations,
      ...searchFields(place.name, place.aliases ?? []),
      sort: { plan: inOrder(position) },
    };
  });
}

function ancestorsOf(id: string, within: ReadonlyMap<string, string | null>): string[] {
  const parent = within.get(id);
  return parent ? [parent, ...ancestorsOf(parent, within)] : [];
}

const inOrder = (position: number): string => String(position).padStart(6, '0');
