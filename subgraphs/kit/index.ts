export { isTown } from './coverage';
export { findMiscounts, recount } from './recount';
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
export { isId, isWholeNumber, longestPage, longestSearchPage, longestSortKey } from './bounds';
export { createDepartmentStore, type DepartmentStore } from './department-store';
export {
  gatherResolvers,
  reportProgress,
  resultResolvers,
  targetResolvers,
  type Selected,
} from './department-resolvers';
export type * from './documents';
export {
  badInput,
  codedError,
  departmentUnavailable,
  isStoreFailure,
  publicError,
  type ErrorCode,
  type PublicError,
} from './errors';
export { isOwnHost } from './host-check';
export { instantOfKey } from './sort-keys';
export { listen } from './listen';
export { createDepartmentLoaders, type DepartmentLoaders } from './loaders';
export { gramCounts, searchFields, type SearchFields } from './grams';
export { createSearch, scoreOfKey, type SearchRow, type SearchStore } from './search';
export { readSeed, seedCollections, type Log, type SeedCollection, type SeedMark } from './seeding';
export * from './selector';
export { defineDepartment, defineSubgraph, type Subgraph, type SubgraphDefinition } from './subgraph';
export { serveSubgraph, type SubgraphServer } from './serve';
export { gramsOf } from './text';
