import { parse } from 'graphql';
import type { Logger } from 'pino';
import { findMismatches } from './mismatch';
import { readSubgraphPart, type TypePart } from '../supergraph/subgraph-part';
import type { Source } from '../sources/source';

/** A subgraph that `mismatch`es answers, and serves another schema than the supergraph has of it. */
export type SubgraphState = 'up' | 'down' | 'mismatch';

/** Finds the state of a subgraph now. Never rejects. */
export type Probe = () => Promise<SubgraphState>;

/** Milliseconds for which a comparison of schemas is used again, unless the subgraph was down in between. */
const comparisonAge = 60_000;

/** A probe for each subgraph, by name. Calls that come while a probe runs share its answer. */
export function createProbes(
  sources: ReadonlyMap<string, Source>,
  supergraphSdl: string,
  logger: Logger,
): Map<string, Probe> {
  const supergraph = parse(supergraphSdl, { noLocation: true });
  return new Map(
    [...sources].map(([name, source]) => {
      const onMismatch = (mismatches: readonly string[]) =>
        logger.error(
          { subgraph: name, mismatches },
          'a subgraph does not serve what the supergraph says of it',
        );
      return [name, shared(createProbe(source, () => readSubgraphPart(supergraph, name), onMismatch))];
    }),
  );
}

function createProbe(
  source: Source,
  readPart: () => readonly TypePart[],
  onMismatch: (mismatches: readonly string[]) => void,
): Probe {
  let compared: { readonly state: SubgraphState; readonly until: number } | undefined;
  return async () => {
    try {
      const now = performance.now();
      if (compared && now < compared.until) await source.ping();
      else compared = { state: await compare(source, readPart(), onMismatch), until: now + comparisonAge };
      return compared.state;
    } catch {
      compared = undefined;
      return 'down';
    }
  };
}

/** @throws SourceFailure when the subgraph does not answer */
async function compare(
  source: Source,
  part: readonly TypePart[],
  onMismatch: (mismatches: readonly string[]) => void,
): Promise<SubgraphState> {
  if (!source.readSchema) {
    await source.ping();
    return 'up';
  }
  const sdl = await source.readSchema();
  const mismatches = sdl === null ? ['_service { sdl } is missing.'] : findMismatches(part, sdl);
  if (mismatches.length > 0) onMismatch(mismatches);
  return mismatches.length > 0 ? 'mismatch' : 'up';
}

function shared(probe: Probe): Probe {
  let running: Promise<SubgraphState> | undefined;
  return () => {
    running ??= probe().finally(() => {
      running = undefined;
    });
    return running;
  };
}
