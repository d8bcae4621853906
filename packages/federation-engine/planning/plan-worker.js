// Makes query plans in a thread of its own: the event loop goes on meanwhile, and a plan that takes too long can be ended.
// Plain JavaScript, because a worker thread has no loader that would compile TypeScript.
const { parentPort, workerData } = require('node:worker_threads');
const { Supergraph, operationFromDocument } = require('@apollo/federation-internals');
const { QueryPlanner } = require('@apollo/query-planner');
const { parse } = require('graphql');

const supergraph = Supergraph.build(workerData.supergraphSdl, { validateSupergraph: false });
const apiSchema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph, workerData.plannerConfig);

parentPort.on('message', (text) => {
  try {
    const operation = operationFromDocument(apiSchema, parse(text, { noLocation: true }));
    parentPort.postMessage({ plan: JSON.stringify(planner.buildQueryPlan(operation)) });
  } catch (error) {
    parentPort.postMessage({ error: { message: error.message, extensions: error.extensions } });
  }
});
parentPort.postMessage({ ready: true });
