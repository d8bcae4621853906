export { findMiscounts, recount } from '../../lists/answer/stored/recount';
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
export type * from './documents';
export type { IndexDeclaration } from '../../lists/answer/stored/indexes';
export { departmentUnavailable, isStoreFailure, publicError, type PublicError } from './errors';
export { badInput, codedError, type ErrorCode } from '../../schema/errors';
export { isOwnHost } from './http/host-check';
export { instantOfKey } from '../../lists/contract/sort-keys';
export { listen } from './http/listen';
export { createDepartmentLoaders, type DepartmentLoaders } from './loaders';
export { gramCounts, searchFields, type SearchFields } from '../../lists/answer/stored/grams';
export { readSeed } from './seeding/read-seed';
export { seedCollections, type Log, type SeedCollection, type SeedMark } from './seeding/seed-collections';
export type * from '../../lists/contract/selector';
export * from '../../lists/contract/selector-codec';
export { placeScope } from '../../lists/contract/scopes';
export { defineSubgraph, type Subgraph, type SubgraphDefinition } from './subgraph';
export { serveSubgraph, type SubgraphServer } from './http/serve';
export { gramsOf } from '../../lists/contract/text';
