export { connectStore, type StoreConnection, type StoreOptions } from './connect-store';
export { startEmbeddedStore, type EmbeddedStore, type EmbeddedStoreOptions } from './embedded-store';
export { countCommands, type CommandCounter } from './count-commands';
export { COVERED_SHAPES } from './conformance/covered-shapes';
export { assertCovered, recordCommands, type CommandRecording } from './conformance/record-commands';
