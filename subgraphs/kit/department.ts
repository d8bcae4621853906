import type { IndexDeclaration } from '../../lists/answer/stored/indexes';
import type { DepartmentContext } from './context';
import { departmentResolvers, mergeResolvers } from './department-resolvers';
import { createDepartmentStore, type DepartmentStore } from './department-store';
import { createDepartmentLoaders } from './loaders';
import { seedDepartment } from './seeding/seed-department';
import { defineSubgraph, type SubgraphDefinition } from './subgraph';
import { assertMayWrite } from './write-permission';

/** A department, as far as `schema.graphql` does not say it. Only the code is required. */
export interface DepartmentOptions<OwnLoaders extends object> {
  /** Of `schema/departments.json`: its folders, its database, its types, its mutation and its variables are named by it. */
  readonly code: string;
  /** Indexes of its targets, beside those of every department (`targetIndexes`). */
  readonly indexes?: readonly IndexDeclaration[];
  /** Loaders of its own, made anew for each request; resolvers find them as `ownLoaders` of their context. */
  readonly createLoaders?: (store: DepartmentStore) => OwnLoaders;
  /**
   * By type and field: `{ CultureTarget: { seats: (target) => … } }`. They replace the kit's, which read a field of the
   * department's trade from the stored details by its name.
   */
  readonly resolvers?: Readonly<Record<string, Readonly<Record<string, OwnResolver<OwnLoaders>>>>>;
}

/** `never` takes whatever type the resolver's author gives the two. */
type OwnResolver<OwnLoaders extends object> = (
  parent: never,
  args: never,
  context: DepartmentContext<OwnLoaders>,
) => unknown;

/** A department: a subgraph on the database `plan_<code>`, seeded from `seeds/<code>`. */
export function department<OwnLoaders extends object = object>(
  options: DepartmentOptions<OwnLoaders>,
): SubgraphDefinition {
  const { code, indexes, createLoaders } = options;
  return defineSubgraph<DepartmentContext>({
    name: code,
    database: code,
    resolvers: mergeResolvers(departmentResolvers(code), options.resolvers ?? {}),
    prepare: async ({ db }, config, log) => {
      const store = createDepartmentStore(code, db, indexes);
      await store.ensureIndexes();
      await seedDepartment(code, db, log);
      await store.recover();
      return (caller) => ({
        store,
        loaders: createDepartmentLoaders(store),
        ownLoaders: createLoaders?.(store) ?? {},
        assertMayWrite: () => assertMayWrite(code, config, caller),
      });
    },
  });
}
