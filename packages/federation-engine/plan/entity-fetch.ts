import { EntityPart, nothing, type EntityFetch } from './entity-part';
import type { PlanEnvironment } from './environment';
import { compileRequest } from './request';
import type { Step } from './step';
import { joinedOperation } from './subgraph-operation';

/** Fetches entities of one subgraph by one request. Equal representations are sent once. */
export function compileEntityFetches(
  fetches: readonly [EntityFetch, ...EntityFetch[]],
  environment: PlanEnvironment,
): Step {
  const [first, ...others] = fetches;
  if (others.length === 0) return compileSingle(first, environment);
  const operation = joinedOperation([first.node, ...others.map(({ node }) => node)]);
  const { entities } = operation;
  const paths = fetches.map(({ path }) => path);
  const askTogether = compileRequest(operation, paths, environment);
  const parts = fetches.map((fetch) => new EntityPart(fetch, environment));
  return async (run) => {
    const wanted = parts.map((part) => part.collect(run));
    const askAlone = () => parts.map((part, index) => part.ask(run, wanted[index] ?? nothing));
    const inParts = parts.map((part, index) => part.askInParts(run, wanted[index] ?? nothing));
    const isTogether = wanted.filter(({ objects }) => objects.length > 0).length > 1;
    const response = isTogether ? await askTogether(run, wanted) : undefined;
    // An error that leaves no data at all may be that of one part: each is then asked for by itself.
    if (!response?.data) {
      await Promise.all([...askAlone(), ...inParts]);
      return;
    }
    parts.forEach((part, index) => {
      const { key } = entities[index] ?? { key: '' };
      const errors = (response.errors ?? []).filter(({ path }) => (path?.[0] ?? '_0') === key);
      part.receive(run, wanted[index] ?? nothing, { key, response: { data: response.data, errors } });
    });
    await Promise.all(inParts);
  };
}

function compileSingle(fetch: EntityFetch, environment: PlanEnvironment): Step {
  const part = new EntityPart(fetch, environment);
  return async (run) => {
    const wanted = part.collect(run);
    await part.ask(run, wanted);
    await part.askInParts(run, wanted);
  };
}
