import { type Document } from 'bson';
import { type Compiling } from './compiling';
import { type Stage } from './context';

type CompileStages = (stages: readonly Document[], compiling: Compiling) => Stage;

/** One document with the results of several pipelines over the same documents. */
export function facetStage(
  facets: Document,
  isFirst: boolean,
  compiling: Compiling,
  compile: CompileStages,
): Stage {
  const { leading, collectionName, run } = compiling;
  const entries = Object.entries(facets) as [string, Document[]][];
  const isAfterFilter = leading && !leading.sort && leading.skip === undefined && leading.limit === undefined;
  if (isFirst && isAfterFilter) {
    // Right after a `$match` each facet is planned on its own, so that counts come from keys.
    const match = { $match: leading.filter };
    return function* (_documents, context) {
      yield collect(entries, (stages) => run(collectionName, [match, ...stages], context));
    };
  }
  const compiled = entries.map(
    ([name, stages]) => [name, compile(stages, { ...compiling, leading: undefined })] as const,
  );
  return function* (documents, context) {
    const rows = [...documents];
    yield collect(compiled, (stage) => stage(rows, context));
  };
}

function collect<T>(
  entries: readonly (readonly [string, T])[],
  run: (facet: T) => Iterable<Document>,
): Document {
  return Object.fromEntries(entries.map(([name, facet]) => [name, [...run(facet)]]));
}
