import { type IndexTable } from '../storage/index-table';
import { type ByteRange } from './byte-ranges';
import { type Interval } from './intervals';
import { type KeyFilter } from './key-filter';

/** A way to read candidates: all documents in their order of arrival, from one index, or from several. */
export type AccessPath = CollectionPath | IndexPath | UnionPath;

export interface CollectionPath {
  readonly kind: 'collection';
  readonly reverse: boolean;
  readonly sorted: boolean;
  readonly exact: boolean;
}

/** Alternatives of an `$or`, each from the index that suits it. */
export interface UnionPath {
  readonly kind: 'union';
  readonly paths: readonly IndexPath[];
  readonly sorted: false;
  readonly exact: boolean;
}

/** Candidates from one index. */
export interface IndexPath {
  readonly kind: 'index';
  readonly index: IndexTable;
  readonly groups: readonly ScanGroup[];
  readonly reverse: boolean;
  readonly sorted: boolean;
  /** The conditions that a key in the ranges must meet besides; undefined when there are none. */
  readonly filter?: KeyFilter;
  /** Every key that is left stands for a document that matches, so that no document need be read to know. */
  readonly exact: boolean;
  /** Fields whose conditions the keys answer; none where the filter has alternatives. */
  readonly answered: ReadonlySet<string>;
  /** Whether a document may have several keys in the ranges. */
  readonly repeats: boolean;
  /** Whether some condition bounds the keys that are read. */
  readonly bounded: boolean;
  /** How many of the index's first fields have one value each in every range. */
  readonly fixedFields: number;
  /** For `explain`: per alternative, each field's intervals. */
  readonly bounds: readonly (readonly (readonly Interval[])[])[];
}

/** Ranges of an index that are read one after the other. Groups are merged by the bytes that follow their prefixes. */
export interface ScanGroup {
  /** Length in bytes of the beginning that all keys of the group share. */
  readonly prefixLength: number;
  readonly ranges: readonly ByteRange[];
}
