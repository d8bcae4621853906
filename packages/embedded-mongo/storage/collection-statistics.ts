import { type Document } from 'bson';
import { type Collection } from './collection';

/** Sizes and counts of a collection, in units of `scale` bytes, as `collStats` and `$collStats` show them. */
export function collectionStatistics(collection: Collection | undefined, scale: number): Document {
  const scaled = (bytes: number): number => Math.floor(bytes / scale);
  const bytes = collection ? bytesOf(collection.documents) : 0;
  const count = collection?.count() ?? 0;
  const indexes = collection?.indexes ?? [];
  const indexBytes = indexes.map(({ spec, table }) => [spec.name, bytesOf(table)] as const);
  const totalIndexBytes = indexBytes.reduce((sum, [, each]) => sum + each, 0);
  return {
    size: scaled(bytes),
    count,
    ...(count > 0 ? { avgObjSize: bytes / count } : {}),
    numOrphanDocs: 0,
    storageSize: scaled(bytes),
    freeStorageSize: 0,
    capped: false,
    nindexes: indexes.length,
    indexBuilds: [],
    totalIndexSize: scaled(totalIndexBytes),
    totalSize: scaled(bytes + totalIndexBytes),
    indexSizes: Object.fromEntries(indexBytes.map(([name, each]) => [name, scaled(each)])),
    scaleFactor: scale,
  };
}

/** The bytes of the pages that a table takes up. */
export function bytesOf(table: Collection['documents']): number {
  const stats = table.getStats() as Record<
    'pageSize' | 'treeBranchPageCount' | 'treeLeafPageCount' | 'overflowPages',
    number
  >;
  return stats.pageSize * (stats.treeBranchPageCount + stats.treeLeafPageCount + stats.overflowPages);
}
