// For departments.
export { department, type DepartmentOptions } from './department';
export type { TargetDocument, ResultDocument, CitationDocument } from './documents';
export type { IndexDeclaration } from '../../lists/answer/stored/indexes';

// For the plan office, and for whoever opens subgraphs.
export { defineSubgraph, type Subgraph, type SubgraphDefinition } from './subgraph';
export { readSeed } from './seeding/read-seed';
export { seedCollections, type Log, type SeedCollection, type SeedMark } from './seeding/seed-collections';
export { connectedClients, connectStore } from './connect';
export { createDepartmentStore, type DepartmentStore } from './department-store';
export { serveSubgraph, type SubgraphServer } from './http/serve';
export {
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

// For gateways.
export type { Caller } from './context';
export { departmentUnavailable, publicError, type PublicError } from './errors';
export { isOwnHost } from './http/host-check';
export { listen } from './http/listen';
export {
  decodeResultSelector,
  decodeSearchSelector,
  decodeTargetSelector,
} from '../../lists/contract/selector-codec';
export type { Order, Page } from '../../lists/contract/selector';
export { compareKeys } from '../../lists/contract/sort-keys';
