export { createEngine, type EngineOptions } from './engine';
export type { Source, SubgraphError, SubgraphRequest, SubgraphResponse } from './sources/source';
export { createHttpSource, type HttpSourceOptions } from './sources/http-source';
export { stringifyAnswer } from './projection/answer-text';
