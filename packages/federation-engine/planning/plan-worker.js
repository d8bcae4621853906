// Makes query plans in a thread of its own: the event loop goes on meanwhile, and a plan that takes too long can be ended.
// Plain JavaScript, because a worker thread has no loader that would compile TypeScript.
const { parentPort, workerData } = require('node:worker_threads');
const { Supergraph, operationFromDocument } = require('@apollo/federation-internals');
const { QueryPlanner } = require('@apollo/query-planner');
const { parse } = require('graphql');
const { needsTypedPaths } = require('./typed-paths');

const { supergraphSdl, plannerConfig } = workerData;
const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
const apiSchema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph, plannerConfig);
let typedPlanner;

parentPort.on('message', (text) => {
  try {
    parentPort.postMessage({ plan: JSON.stringify(plan(parse(text, { noLocation: true }))) });
  } catch (error) {
    parentPort.postMessage({ error: { message: error.message, extensions: error.extensions } });
  }
});
parentPort.postMessage({ ready: true });

function plan(document) {
  const operation = operationFromDocument(apiSchema, document);
  if (!needsTypedPaths(document)) return planner.buildQueryPlan(operation);
  // Few operations need it: its graph is built when the first does.
  typedPlanner ??= new QueryPlanner(supergraph, { ...plannerConfig, typeConditionedFetching: true });
  try {
    return typedPlanner.buildQueryPlan(operation);
  } catch {
    // It stumbles over some interface objects. A plan without types asks for more than is needed, and for nothing less.
    return planner.buildQueryPlan(operation);
  }
}
