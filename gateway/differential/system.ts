import { departmentCodes } from '../../schema/departments';
import { bounds } from '../limits/limits';
import { startTestSystem } from '../testing/test-system';
import type { Answer, Ask } from './ask';
import { Cursors } from './cursors';

export const transports = ['in-process', 'http'] as const;
/** How the gateway reaches the subgraphs: all in its process, or all over HTTP. */
export type Transport = (typeof transports)[number];

/** The system that is judged, and its cursors. */
export interface JudgedSystem {
  readonly transport: Transport;
  readonly ask: Ask;
  readonly cursors: Cursors;
  close(): Promise<void>;
}

/** Larger than every generated operation: limits are not judged here. */
const unlimited = bounds.map((bound) => `${bound}=100000000`).join();

export async function startJudgedSystem(transport: Transport): Promise<JudgedSystem> {
  const alone = transport === 'http' ? [...departmentCodes, 'plan'] : [];
  const system = await startTestSystem({
    alone,
    env: { SUBGRAPH_TIMEOUT_MS: '30000', QUERY_LIMITS: unlimited },
  });
  const ask: Ask = async (operation) => (await system.post(JSON.stringify(operation))).body as Answer;
  return { transport, ask, cursors: await Cursors.learn(ask), close: () => system.close() };
}
