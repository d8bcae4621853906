import { Router } from 'express';
import type { Probe } from './probe';

/**
 * `/health/live` answers 200 as long as the process runs. `/health/ready` answers 200 when the plan office is up and the
 * gateway does not stop, and 503 otherwise. It names departments that are down, which do not make the gateway unready,
 * because lists are answered without them.
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
