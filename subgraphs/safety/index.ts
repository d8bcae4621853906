import { defineDepartment } from '../kit';
import { code } from './documents';
import { createLoaders } from './loaders';
import { resolvers } from './resolvers';
import { createStore } from './store';

export const subgraph = defineDepartment({ code, resolvers, createStore, createLoaders });
