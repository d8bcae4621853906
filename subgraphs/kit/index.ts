export { isTown } from '../../lists/answer/coverage';
export { findMiscounts, recount } from '../../lists/answer/recount';
export { connectedClients, connectStore, type StoreConnection } from './connect';
export type { Caller, DepartmentContext } from './context';
export {
  isLoopback,
  readChoice,
  readLogLevel,
  readPort,
  readPositive,
  readSubgraphConfig,
  readUrl,
  variablePrefix,
  type Environment,
  type SubgraphConfig,
} from './config';
export {
  isId,
  isWholeNumber,
  longestPage,
  longestSearchPage,
  longestSortKey,
} from '../../lists/contract/bounds';
export { createDepartmentStore, type DepartmentStore } from './department-store';
export { department, type DepartmentOptions } from './department';
export type * from '../../lists/answer/documents';
export { departmentUnavailable, isStoreFailure, publicError, type PublicError } from './errors';
export { badInput, codedError, type ErrorCode } from '../../schema/errors';
export { isOwnHost } from './http/host-check';
export { instantOfKey } from '../../lists/contract/sort-keys';
export { listen } from './http/listen';
export { createDepartmentLoaders, type DepartmentLoaders } from './loaders';
export { gramCounts, searchFields, type SearchFields } from '../../lists/answer/grams';
export { createSearch, scoreOfKey, type SearchRow, type SearchStore } from '../../lists/answer/search';
export { readSeed } from './seeding/read-seed';
export { seedCollections, type Log, type SeedCollection, type SeedMark } from './seeding/seed-collections';
export * from '../../lists/contract/selector';
export { defineSubgraph, type Subgraph, type SubgraphDefinition } from './subgraph';
export { serveSubgraph, type SubgraphServer } from './http/serve';
export { gramsOf } from '../../lists/contract/text';
