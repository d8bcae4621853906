import { defineSubgraph } from '../kit';
import type { Context } from './context';
import { code } from './documents';
import { createLoaders } from './loaders';
import { resolvers } from './resolvers';
import { seedPlanOffice } from './seed';
import { createStore } from './store';

export const subgraph = defineSubgraph<Context>({
  name: code,
  database: 'office',
  resolvers,
  prepare: async ({ db }, _config, log) => {
    const store = createStore(db);
    await store.ensureIndexes();
    await seedPlanOffice(db, log);
    return () => ({ store, loaders: createLoaders(store) });
  },
});
