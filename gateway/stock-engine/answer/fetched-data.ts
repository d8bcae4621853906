import { GraphQLError } from 'graphql';
import type { ResponseError, SourceResponse } from '../../sources/failure';

export type Path = readonly (string | number)[];

export interface Representation {
  readonly __typename: string;
}

/**
 * Marks are keys beside the fields of a fetched object. None is a name of GraphQL, so none is a response key.
 * This one: the owner of the entity does not know it.
 */
export const unknownMark = '@unknown';
/** The object lacks fields because of an error that is in the answer. */
export const failedMark = '@failed';
/** The numbers of the errors that belong to the entity, as keys of an object. */
const errorsMark = '@errors';

interface FetchError {
  readonly subgraph: string;
  readonly error: ResponseError;
  /** Below its entity; below the root for an error of a root field. */
  readonly path: Path | undefined;
  readonly ofEntity: boolean;
}

/**
 * The data and the errors that one run of a plan fetches. The data are one tree in the plan's response keys: Apollo's executor
 * merges each entity that is fetched into its place in the tree, and our marks with it, so that the mark `@errors` shows where an
 * error belongs. The executor's own paths cannot be used: it looks up an error's index, which counts the
 * representations, in the list of all places, of which some had no representation, and so names a neighbour of the entity.
 */
export class FetchedData {
  readonly root: Record<string, unknown> = {};
  readonly #errors: FetchError[] = [];

  /** Adds the answer to root fields. The executor merges later fetches into the same objects. */
  addRoot(subgraph: string, { data, errors = [] }: SourceResponse): void {
    errors.forEach((error) => this.#add({ subgraph, error, path: error.path, ofEntity: false }));
    if (data == null) this.root[failedMark] = true;
    for (const [key, value] of Object.entries(data ?? {})) this.root[key] ??= value;
  }

  /**
   * @param isOwn whether the subgraph alone knows which entities of a type exist
   * @returns an entity for each representation: fields, a mark, or null where another subgraph may know the entity
   */
  markEntities(
    subgraph: string,
    representations: readonly Representation[],
    { data, errors = [] }: SourceResponse,
    isOwn: (typename: string) => boolean,
  ): unknown[] {
    const entities = (data?._entities ?? []) as readonly (object | null | undefined)[];
    const numbered = errors.map((error) => {
      const number = this.#add({ subgraph, error, path: error.path?.slice(2), ofEntity: true });
      return { number, index: entityIndex(error) };
    });
    const [first] = numbered;
    return representations.map(({ __typename }, at) => {
      const entity = entities[at];
      const own = numbered.filter(({ index }) => index === at);
      if (entity) return own.length > 0 ? { ...entity, ...markErrors(own) } : entity;
      if (first) return { [failedMark]: true, ...markErrors(own.length > 0 ? own : [first]) };
      return isOwn(__typename) ? { [unknownMark]: true } : null;
    });
  }

  /** Every error once, with the first path in the tree at which its entity stands. */
  errors(): GraphQLError[] {
    const places = this.#errors.some(({ ofEntity }) => ofEntity)
      ? findErrorPlaces(this.root)
      : new Map<number, Path>();
    return this.#errors.map(({ subgraph, error, path, ofEntity }, number) => {
      const { message, extensions } = error;
      return new GraphQLError(message, {
        path: ofEntity ? [...(places.get(number) ?? []), ...(path ?? [])] : path,
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...extensions, serviceName: subgraph },
      });
    });
  }

  #add(error: FetchError): number {
    return this.#errors.push(error) - 1;
  }
}

/** An error whose path has no index belongs to the first representation. */
const entityIndex = ({ path }: ResponseError): number => (typeof path?.[1] === 'number' ? path[1] : 0);

const markErrors = (errors: readonly { readonly number: number }[]) => ({
  [errorsMark]: Object.fromEntries(errors.map(({ number }) => [number, true])),
});

function findErrorPlaces(root: object): Map<number, Path> {
  const places = new Map<number, Path>();
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach((item, at) => visit(item, [...path, at]));
    const { [errorsMark]: numbers = {}, ...fields } = value as Record<string, unknown>;
    for (const number of Object.keys(numbers as object)) {
      if (!places.has(Number(number))) places.set(Number(number), path);
    }
    for (const [key, field] of Object.entries(fields)) visit(field, [...path, key]);
  };
  visit(root, []);
  return places;
}
