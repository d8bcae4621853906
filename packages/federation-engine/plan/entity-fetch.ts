import type { FetchNode } from '@apollo/query-planner';
import { isIncomplete, isUnknown, type FetchedObject, type Run } from '../execution/run';
import { markFailure, mergeInto, objectsAt } from '../execution/tree';
import type { SubgraphError, SubgraphResponse } from '../sources/source';
import type { PlanEnvironment } from './environment';
import { compileRepresentation } from './representation';
import { compileRequest, type Representations } from './request';
import { applyRewrites } from './rewrites';
import type { Step } from './step';
import { joinedOperation, singleOperation } from './subgraph-operation';

/** A fetch of fields of the entities at a path. */
export interface EntityFetch {
  readonly node: FetchNode;
  readonly path: readonly string[];
}

/** Fetches entities of one subgraph by one request. Equal representations are sent once. */
export function compileEntityFetches(
  fetches: readonly [EntityFetch, ...EntityFetch[]],
  environment: PlanEnvironment,
): Step {
  const [first, ...others] = fetches;
  if (others.length === 0) return compileSingle(first, environment);
  const nodes = [first.node, ...others.map(({ node }) => node)] as const;
  const operation = joinedOperation(nodes);
  const { entities } = operation;
  const paths = fetches.map(({ path }) => path);
  const ask = compileRequest(operation, paths, environment);
  const parts = fetches.map((fetch) => new EntityPart(fetch, environment));
  const single = fetches.map((fetch) => compileSingle(fetch, environment));
  const fetchAlone = (run: Run, indexes: readonly number[]) =>
    Promise.all(single.filter((_, index) => indexes.includes(index)).map((step) => step(run)));
  return async (run) => {
    const wanted = parts.map((part) => part.collect(run));
    const busy = wanted.flatMap((each, index) => (each.objects.length > 0 ? [index] : []));
    if (busy.length <= 1) {
      await fetchAlone(run, busy);
      return;
    }
    const response = await ask(run, wanted);
    // An error that leaves no data at all may be that of one part: each is then asked for by itself.
    if (!response.data) {
      await fetchAlone(run, busy);
      return;
    }
    parts.forEach((part, index) => {
      const { key } = entities[index] ?? { key: '' };
      const errors = (response.errors ?? []).filter(({ path }) => (path?.[0] ?? '_0') === key);
      part.receive(run, wanted[index] ?? nothing, { key, response: { data: response.data, errors } });
    });
  };
}

function compileSingle(fetch: EntityFetch, environment: PlanEnvironment): Step {
  const operation = singleOperation(fetch.node);
  const ask = compileRequest(operation, [fetch.path], environment);
  const part = new EntityPart(fetch, environment);
  return async (run) => {
    const wanted = part.collect(run);
    if (wanted.objects.length === 0) return;
    part.receive(run, wanted, { key: '_entities', response: await ask(run, [wanted]) });
  };
}

/** What a part of a request asks for: representations, and the objects of the tree that each stands for. */
interface Wanted extends Representations {
  readonly objects: readonly FetchedObject[][];
}

const nothing: Wanted = { values: [], objects: [] };

interface Answered {
  /** The response key of the entities. */
  readonly key: string;
  readonly response: SubgraphResponse;
}

/** One `_entities` field of a request. */
class EntityPart {
  readonly #represent: ReturnType<typeof compileRepresentation>;

  constructor(
    private readonly fetch: EntityFetch,
    private readonly environment: PlanEnvironment,
  ) {
    this.#represent = compileRepresentation(fetch.node.requires ?? [], environment.isOfType);
  }

  collect({ root }: Run): Wanted {
    const objects = objectsAt(root, this.fetch.path).filter((object) => !object[isUnknown]);
    const [only] = objects;
    if (objects.length !== 1 || !only) return this.#collectDistinct(objects);
    const representation = this.#representationOf(only);
    return representation ? { values: [representation], objects: [[only]] } : nothing;
  }

  #collectDistinct(objects: readonly FetchedObject[]): Wanted {
    const places = new Map<string, number>();
    const distinct = {
      values: [] as Record<string, unknown>[],
      texts: [] as string[],
      objects: [] as FetchedObject[][],
    };
    for (const object of objects) {
      const representation = this.#representationOf(object);
      if (!representation) continue;
      const text = JSON.stringify(representation);
      const place = places.get(text);
      if (place !== undefined) distinct.objects[place]?.push(object);
      else {
        places.set(text, distinct.values.length);
        distinct.values.push(representation);
        distinct.texts.push(text);
        distinct.objects.push([object]);
      }
    }
    return distinct;
  }

  #representationOf(object: FetchedObject): Record<string, unknown> | undefined {
    const representation = this.#represent(object);
    if (representation === undefined) object[isIncomplete] = true;
    if (!representation) return undefined;
    applyRewrites(this.fetch.node.inputRewrites, representation, this.environment.isOfType);
    return representation;
  }

  receive(run: Run, wanted: Wanted, { key, response }: Answered): void {
    const { errors = [] } = response;
    for (const error of errors) this.#placeError(run, wanted, { key, response }, error);
    const entities = (response.data?.[key] ?? []) as readonly unknown[];
    wanted.objects.forEach((objects, at) => {
      const entity = entities[at];
      if (typeof entity === 'object' && entity !== null) this.#add(entity as FetchedObject, objects);
      else this.#markMissing(objects, wanted.values[at], errors.length > 0);
    });
  }

  #add(entity: FetchedObject, objects: readonly FetchedObject[]): void {
    applyRewrites(this.fetch.node.outputRewrites, entity, this.environment.isOfType);
    for (const object of objects) mergeInto(object, entity);
  }

  #markMissing(
    objects: readonly FetchedObject[],
    representation: Record<string, unknown> | undefined,
    hasErrors: boolean,
  ): void {
    const { serviceName } = this.fetch.node;
    const isOwn = this.environment.owns(serviceName, representation?.__typename);
    for (const object of objects) {
      if (hasErrors) object[isIncomplete] = true;
      else if (isOwn) object[isUnknown] = true;
    }
  }

  /** An error names a representation by its index; one that names none stands at the first entity. */
  #placeError(run: Run, { objects }: Wanted, { key, response }: Answered, error: SubgraphError): void {
    const [field, index, ...below] = error.path ?? [];
    const isPlaced = field === key && typeof index === 'number';
    if (isPlaced && response.data) markFailure(response.data, error.path ?? []);
    run.errors.push({
      subgraph: this.fetch.node.serviceName,
      error,
      fetchPath: this.fetch.path,
      object: objects[isPlaced ? index : 0]?.[0],
      path: isPlaced ? below : [],
    });
  }
}
