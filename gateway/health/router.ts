import { Router } from 'express';

/** `mismatch`: it answers, and serves another schema than the supergraph says. */
export type SubgraphState = 'up' | 'down' | 'mismatch';

/** How a subgraph is now. Never throws. */
export type Probe = () => Promise<SubgraphState>;

/**
 * `/health/live`: the process runs. `/health/ready`: it can serve, which needs the plan office; departments that are down
 * are named, and do not make the gateway unready, because it answers without them. A gateway that stops is not ready.
 */
export function healthRouter(probes: ReadonlyMap<string, Probe>, isStopping: () => boolean): Router {
  const router = Router();
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  router.get('/health/ready', async (_request, response) => {
    if (isStopping()) return void response.status(503).json({ status: 'stopping' });
    const answers = await Promise.all(
      [...probes].map(async ([name, probe]) => [name, await probe()] as const),
    );
    const ready = answers.some(([name, state]) => name === 'plan' && state !== 'down');
    const subgraphs = Object.fromEntries(answers);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'unready', subgraphs });
  });
  return router;
}
