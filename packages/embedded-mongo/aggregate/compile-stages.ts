import { type Document } from 'bson';
import { notImplemented } from '../errors';
import { bucketAutoStage, bucketStage } from './bucket-stages';
import { documentsStage, lookupStage, unionStage } from './collection-stages';
import { type Compiling } from './compiling';
import { type Stage } from './context';
import { compileDocumentStage } from './document-stages';
import { facetStage } from './facet-stage';
import { graphLookupStage } from './graph-lookup-stage';
import { countStage, groupStage, sortByCountStage } from './group-stages';
import { nameOf, requireLimit } from './leading-stages';
import { redactStage } from './redact-stage';
import { limitStage, matchStage, sampleStage, skipStage, sortStage } from './row-stages';
import { collStatsStage, indexStatsStage } from './statistics-stages';
import { unwindStage } from './unwind-stage';

type Definition = (operand: unknown, compiling: Compiling) => Stage;

const DEFINITIONS: Readonly<Record<string, Definition>> = {
  $match: (operand, { options }) => matchStage(operand, options),
  $sort: (operand) => sortStage(operand),
  $skip: skipStage,
  $limit: limitStage,
  $sample: sampleStage,
  $unwind: unwindStage,
  $group: (operand, { options }) => groupStage(operand, options),
  $count: countStage,
  $sortByCount: (operand, { options }) => sortByCountStage(operand, options),
  $bucket: (operand, { options }) => bucketStage(operand, options),
  $bucketAuto: (operand, { options }) => bucketAutoStage(operand, options),
  $redact: (operand, { options }) => redactStage(operand, options),
  $lookup: (operand, { options, run }) => lookupStage(operand, options, run),
  $graphLookup: (operand, { options, run }) => graphLookupStage(operand, options, run),
  $collStats: (operand, { collectionName }) => collStatsStage(operand, collectionName),
  $indexStats: (operand, { collectionName }) => indexStatsStage(operand, collectionName),
  $documents: (operand, { options }) => documentsStage(operand, options),
};

/** Compiles stages into one; what is wrong with them is thrown before a document is read. */
export function compileStages(stages: readonly Document[], compiling: Compiling): Stage {
  const compiled: Stage[] = [];
  for (let at = 0; at < stages.length;) {
    const [stage, taken] = compileNext(stages, at, compiling);
    compiled.push(stage);
    at += taken;
  }
  return (documents, context) => compiled.reduce((input, stage) => stage(input, context), documents);
}

/** One stage, or several that are done together, and how many they are. */
function compileNext(stages: readonly Document[], at: number, compiling: Compiling): [Stage, number] {
  const stage = stages[at] ?? {};
  const following = stages[at + 1];
  if ('$unionWith' in stage) {
    const others = stages.slice(at).findIndex((each) => !('$unionWith' in each));
    const unions = others < 0 ? stages.slice(at) : stages.slice(at, at + others);
    return [
      unionStage(
        unions.map((each) => each.$unionWith as unknown),
        compiling.run,
      ),
      unions.length,
    ];
  }
  if ('$sort' in stage && following && '$limit' in following)
    return [sortStage(stage.$sort, requireLimit(following.$limit)), 2];
  if ('$facet' in stage) return [facetStage(stage.$facet as Document, at === 0, compiling, compileStages), 1];
  return [compileStage(stage, compiling), 1];
}

function compileStage(stage: Document, compiling: Compiling): Stage {
  const shape = compileDocumentStage(stage, compiling.options);
  if (shape)
    return function* (documents) {
      for (const document of documents) yield shape(document);
    };
  const name = nameOf(stage);
  const definition = DEFINITIONS[name];
  if (!definition) throw notImplemented(`The stage ${name}`);
  return definition(stage[name], compiling);
}
