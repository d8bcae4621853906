import { GraphQLError } from 'graphql';
import type { ResponseError, SourceResponse } from '../../sources/failure';

export type Path = readonly (string | number)[];

export interface Representation {
  readonly __typename: string;
}

/** Beside the fields of a fetched entity: its owner does not know it. No response key equals a mark. */
export const unknownMark = '@unknown';
/** Beside the fields of a fetched object: some of them are not there because of an error that is told. */
export const failedMark = '@failed';
/** Beside the fields of a fetched entity: the numbers of the errors that stand at it. */
const errorsMark = '@errors';

interface FetchError {
  readonly subgraph: string;
  readonly error: ResponseError;
  /** The error's place below its entity; or below the root, for an error that is no entity's. */
  readonly path: Path | undefined;
  readonly ofEntity: boolean;
}

/**
 * What one run of a plan fetches: the tree that the stock executor grows from the answers at the root, in the plan's response
 * keys, and the errors. The executor merges an entity's answer into its place in the tree; marks that travel along say where
 * an error belongs. Its own rule, which counts places of the tree but indexes what was sent, names a healthy neighbour.
 */
export class FetchedData {
  readonly root: Record<string, unknown> = {};
  readonly #errors: FetchError[] = [];

  /** The executor keeps the objects of a root's answer and merges whatever is fetched later into them. */
  addRoot(subgraph: string, { data, errors = [] }: SourceResponse): void {
    errors.forEach((error) => this.#add({ subgraph, error, path: error.path, ofEntity: false }));
    if (data == null) this.root[failedMark] = true;
    for (const [key, value] of Object.entries(data ?? {})) this.root[key] ??= value;
  }

  /** @returns an answer to each representation, marked where it failed or where `isOwn` says that this subgraph must know it */
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

  /** Each error once, at its first place in the tree. */
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

/** An error that names no representation stands at the first. */
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
