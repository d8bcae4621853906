import { type Document, type UUID } from 'bson';
import { decodePlain, encode } from '../values/codec';
import { type Collection } from './collection';
import { type IndexSpec } from './index-spec';

/** An index in the catalog. */
export interface IndexEntry {
  readonly tableId: number;
  readonly spec: IndexSpec;
  readonly multikey: boolean[];
  /** Absent in old entries, whose indexes may have keys of decimals. */
  readonly hasDecimals?: boolean;
}

/** A collection in the catalog, under its name. */
export interface CatalogEntry extends Document {
  readonly uuid: UUID;
  readonly tableId: number;
  readonly indexes: readonly IndexEntry[];
}

export function encodeEntry({ uuid, tableId, indexes }: Collection): Buffer {
  const entry: CatalogEntry = {
    uuid,
    tableId,
    indexes: indexes.map(({ spec, tableId: id, multikey, hasDecimals }) => ({
      tableId: id,
      spec,
      multikey,
      hasDecimals,
    })),
  };
  return encode(entry);
}

/** @returns undefined where the bytes are no entry */
export function decodeEntry(bytes: Buffer): CatalogEntry | undefined {
  try {
    return decodePlain(bytes) as CatalogEntry;
  } catch {
    return undefined;
  }
}
