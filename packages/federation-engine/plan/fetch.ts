import type { FetchNode } from '@apollo/query-planner';
import { Kind, parse, type DocumentNode } from 'graphql';
import { isIncomplete, isUnknown, type FetchedObject, type Run } from '../execution/run';
import { markFailure, mergeInto, objectsAt } from '../execution/tree';
import type { SubgraphError, SubgraphRequest, SubgraphResponse } from '../sources/source';
import type { PlanEnvironment } from './environment';
import { compileRepresentation } from './representation';
import { applyRewrites } from './rewrites';

/** One part of a plan, ready to run. */
export type Step = (run: Run) => Promise<void>;

/** A fetch of root fields, or of fields of an object that is no entity. */
export function compileRootFetch(
  node: FetchNode,
  path: readonly string[],
  environment: PlanEnvironment,
): Step {
  const ask = compileRequest(node, environment);
  const { serviceName: subgraph, outputRewrites } = node;
  const firstKeys = responseKeys(parse(node.operation, { noLocation: true })).slice(0, 1);
  return async (run) => {
    const objects = objectsAt(run.root, path);
    if (objects.length === 0) return;
    const { data, errors = [] } = await ask(run, {});
    for (const error of errors) {
      if (error.path && data) markFailure(data, error.path);
      const [object] = path.length > 0 ? objects : [];
      run.errors.push({ subgraph, error, fetchPath: path, object, path: error.path ?? firstKeys });
    }
    if (data) applyRewrites(outputRewrites, data, environment.isOfType);
    for (const object of objects) {
      if (data) mergeInto(object, data);
      else object[isIncomplete] = true;
    }
  };
}

/** Objects of the tree that one representation stands for. */
interface Wanted {
  readonly representation: Record<string, unknown>;
  readonly objects: FetchedObject[];
}

/** A fetch of fields of entities. Equal representations are sent once. */
export function compileEntityFetch(
  node: FetchNode,
  path: readonly string[],
  environment: PlanEnvironment,
): Step {
  const ask = compileRequest(node, environment);
  const { serviceName: subgraph, requires = [], inputRewrites, outputRewrites } = node;
  const represent = compileRepresentation(requires, environment.isOfType);
  return async (run) => {
    const wanted = collectWanted(objectsAt(run.root, path), (object) => {
      const representation = represent(object);
      if (representation) applyRewrites(inputRewrites, representation, environment.isOfType);
      return representation;
    });
    if (wanted.length === 0) return;
    const representations = wanted.map(({ representation }) => representation);
    const response = await ask(run, { representations });
    placeErrors(run, { subgraph, path, wanted, response });
    const entities = (response.data?._entities ?? []) as readonly (
      FetchedObject | null | symbol | undefined
    )[];
    const hasErrors = (response.errors ?? []).length > 0;
    wanted.forEach(({ objects, representation }, at) => {
      const entity = entities[at];
      const isMissing = typeof entity !== 'object' || entity === null;
      if (!isMissing) applyRewrites(outputRewrites, entity, environment.isOfType);
      for (const object of objects) {
        if (!isMissing) mergeInto(object, entity);
        else if (hasErrors) object[isIncomplete] = true;
        else if (environment.owns(subgraph, representation.__typename)) object[isUnknown] = true;
      }
    });
  };
}

function collectWanted(
  objects: readonly FetchedObject[],
  represent: (object: FetchedObject) => Record<string, unknown> | null | undefined,
): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const object of objects) {
    if (object[isUnknown]) continue;
    const representation = represent(object);
    if (representation === undefined) object[isIncomplete] = true;
    if (!representation) continue;
    const text = JSON.stringify(representation);
    const same = wanted.get(text);
    if (!same) wanted.set(text, { representation, objects: [object] });
    else if (!same.objects.includes(object)) same.objects.push(object);
  }
  return [...wanted.values()];
}

interface Answered {
  readonly subgraph: string;
  readonly path: readonly string[];
  readonly wanted: readonly Wanted[];
  readonly response: SubgraphResponse;
}

/** An error names a representation by its index; one that names none stands at the first entity. */
function placeErrors(run: Run, { subgraph, path, wanted, response }: Answered): void {
  for (const error of response.errors ?? []) {
    const [field, index, ...below] = error.path ?? [];
    const isPlaced = field === '_entities' && typeof index === 'number';
    if (isPlaced && response.data) markFailure(response.data, error.path ?? []);
    const object = wanted[isPlaced ? index : 0]?.objects[0];
    run.errors.push({ subgraph, error, fetchPath: path, object, path: isPlaced ? below : [] });
  }
}

function compileRequest(node: FetchNode, { sourceOf, onFetch }: PlanEnvironment) {
  const { operation: query, operationName, operationKind, serviceName, variableUsages = [] } = node;
  const document = parse(query, { noLocation: true });
  const source = sourceOf(serviceName);
  return async ({ variables, context }: Run, added: object): Promise<SubgraphResponse> => {
    const request: SubgraphRequest = {
      query,
      document,
      operationName,
      isMutation: operationKind === 'mutation',
      variables: { ...pick(variables, variableUsages), ...added },
      context,
    };
    onFetch(serviceName);
    try {
      return await source.fetch(request);
    } catch (error) {
      return { data: null, errors: [fetchError(serviceName, error)] };
    }
  };
}

function fetchError(subgraph: string, error: unknown): SubgraphError {
  const { message, extensions } = error as Partial<SubgraphError>;
  return extensions?.code !== undefined && message !== undefined
    ? { message, extensions }
    : { message: `Subgraph ${subgraph} gave no response.`, extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };
}

function pick(
  variables: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (name in variables) picked[name] = variables[name];
  return picked;
}

const responseKeys = ({ definitions }: DocumentNode): string[] =>
  definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((selection) =>
          selection.kind === Kind.FIELD ? [(selection.alias ?? selection.name).value] : [],
        )
      : [],
  );
