import { timingSafeEqual } from 'node:crypto';
import { codedError } from '../../schema/errors';
import { isLoopback, type SubgraphConfig } from './config';
import type { Caller } from './context';

/**
 * With a write token in the configuration, the caller must present it as `Bearer <token>`. Without one, whoever reaches a
 * server that listens on a loopback address may write, and nobody else.
 * @throws FORBIDDEN
 */
export function assertMayWrite(
  code: string,
  { host, writeToken }: SubgraphConfig,
  { authorization }: Caller,
): void {
  const allowed = writeToken ? isEqual(authorization ?? '', `Bearer ${writeToken}`) : isLoopback(host);
  if (!allowed) throw codedError('FORBIDDEN', `Only ${code} may report progress on its own targets.`);
}

/** In a time that does not tell at which character the two differ. */
function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
