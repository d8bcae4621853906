import { Router } from 'express';

/** Whether a subgraph answers now. Never throws. */
export type Probe = () => Promise<boolean>;

/**
 * `/health/live`: the process runs. `/health/ready`: it can serve, which needs the plan office; departments that are down
 * are named, and do not make the gateway unready, because it answers without them.
 */
export function healthRouter(probes: ReadonlyMap<string, Probe>): Router {
  const router = Router();
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  router.get('/health/ready', async (_request, response) => {
    const answers = await Promise.all(
      [...probes].map(async ([name, probe]) => [name, await probe()] as const),
    );
    const ready = answers.some(([name, answering]) => name === 'plan' && answering);
    const subgraphs = Object.fromEntries(
      answers.map(([name, answering]) => [name, answering ? 'up' : 'down']),
    );
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'unready', subgraphs });
  });
  return router;
}
