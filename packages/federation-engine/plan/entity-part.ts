import type { FetchNode } from '@apollo/query-planner';
import { isIncomplete, isUnknown, type FetchedObject, type Run } from '../tree/run';
import { markFailure, mergeInto, objectsAt } from '../tree/tree';
import type { TreePath } from '../tree/tree-path';
import type { SubgraphError, SubgraphResponse } from '../sources/source';
import type { PlanEnvironment } from './environment';
import { splitByInputs } from './input-parts';
import { compileRepresentation } from './representation';
import { compileRequest, type Representations } from './request';
import { applyRewrites } from './rewrites';
import { singleOperation } from './subgraph-operation';

/** A fetch of fields of the entities at a path. */
export interface EntityFetch {
  readonly node: FetchNode;
  readonly path: TreePath;
}

/** What a part of a request asks for: representations, and the objects of the tree that each stands for. */
export interface Wanted extends Representations {
  readonly objects: readonly FetchedObject[][];
  /** Objects that lack an input. */
  readonly withheld: readonly FetchedObject[];
}

export const nothing: Wanted = { values: [], objects: [], withheld: [] };

interface Answered {
  /** The response key of the entities. */
  readonly key: string;
  readonly response: SubgraphResponse;
}

/** One `_entities` field of a request. */
export class EntityPart {
  readonly #represent: ReturnType<typeof compileRepresentation>;
  readonly #request: ReturnType<typeof compileRequest>;
  #parts: readonly EntityPart[] | undefined;

  constructor(
    private readonly fetch: EntityFetch,
    private readonly environment: PlanEnvironment,
  ) {
    this.#request = compileRequest(singleOperation(fetch.node), [fetch.path], environment);
    this.#represent = compileRepresentation(fetch.node.requires ?? [], environment.isOfType);
  }

  /** @param objects of the tree that the fetch may be for; all at its path when left out */
  collect(
    { root }: Run,
    objects: readonly FetchedObject[] = objectsAt(root, this.fetch.path).filter(isKnown),
  ): Wanted {
    const [only] = objects;
    return objects.length === 1 && only ? this.#collectOne(only) : this.#collectDistinct(objects);
  }

  #collectOne(object: FetchedObject): Wanted {
    const representation = this.#representationOf(object);
    if (!representation) return { ...nothing, withheld: representation === undefined ? [object] : [] };
    return { values: [representation], objects: [[object]], withheld: [] };
  }

  #collectDistinct(objects: readonly FetchedObject[]): Wanted {
    const places = new Map<string, number>();
    const wanted = {
      values: [] as Record<string, unknown>[],
      texts: [] as string[],
      objects: [] as FetchedObject[][],
      withheld: [] as FetchedObject[],
    };
    for (const object of objects) {
      const representation = this.#representationOf(object);
      if (representation === undefined) wanted.withheld.push(object);
      if (!representation) continue;
      const text = JSON.stringify(representation);
      const place = places.get(text);
      if (place !== undefined) wanted.objects[place]?.push(object);
      else {
        places.set(text, wanted.values.length);
        wanted.values.push(representation);
        wanted.texts.push(text);
        wanted.objects.push([object]);
      }
    }
    return wanted;
  }

  /** Null when the fetch is not for the object's type, undefined when an input is missing. */
  #representationOf(object: FetchedObject): Record<string, unknown> | null | undefined {
    const representation = this.#represent(object);
    if (representation)
      applyRewrites(this.fetch.node.inputRewrites, representation, this.environment.isOfType);
    return representation;
  }

  /** Fetches by a request of its own. */
  async ask(run: Run, wanted: Wanted): Promise<void> {
    if (wanted.objects.length === 0) return;
    this.receive(run, wanted, { key: '_entities', response: await this.#request(run, [wanted]) });
  }

  /** Fetches, for the objects that lack an input, the fields that do not require it. */
  async askInParts(run: Run, { withheld }: Wanted): Promise<void> {
    if (withheld.length === 0) return;
    for (const object of withheld) object[isIncomplete] = true;
    this.#parts ??= this.#split();
    await Promise.all(this.#parts.map((part) => part.ask(run, part.collect(run, withheld))));
  }

  #split(): EntityPart[] {
    const { node, path } = this.fetch;
    const nodes = splitByInputs(node, this.environment.inputs);
    return nodes.length < 2
      ? []
      : nodes.map((part) => new EntityPart({ node: part, path }, this.environment));
  }

  receive(run: Run, wanted: Wanted, { key, response }: Answered): void {
    const { errors = [] } = response;
    for (const error of errors) this.#placeError(run, wanted, { key, response }, error);
    const entities = asList(response.data?.[key]);
    if (entities.length < wanted.objects.length && errors.length === 0)
      this.#tellLack(run, wanted, entities.length);
    wanted.objects.forEach((objects, at) => {
      const entity = entities[at];
      if (typeof entity === 'object' && entity !== null) this.#add(entity as FetchedObject, objects);
      else this.#markMissing(objects, wanted.values[at], errors.length > 0 || at >= entities.length);
    });
  }

  #tellLack(run: Run, { objects }: Wanted, given: number): void {
    const { serviceName: subgraph } = this.fetch.node;
    run.errors.push({
      subgraph,
      error: { message: `Subgraph ${subgraph} gave ${given} of ${objects.length} entities.` },
      fetchPath: this.fetch.path,
      object: objects[given]?.[0],
      path: [],
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

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whether an object may be an entity: a reference that its owner does not know has no more fields. */
const isKnown = (object: FetchedObject): boolean => !object[isUnknown];
