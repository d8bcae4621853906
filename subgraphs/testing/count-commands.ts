import { type CommandStartedEvent, type MongoClient } from 'mongodb';

export interface CommandCounter {
  /** How many commands were sent since the start or the last reset, by name. */
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
  reset(): void;
  stop(): void;
}

/** Sessions and handshakes are the driver's own affair. */
const UNCOUNTED = new Set(['endSessions', 'hello', 'ismaster', 'ping', 'killCursors']);

/** Counts the commands that a client sends, to any server. The client needs `monitorCommands: true`. */
export function countCommands(client: MongoClient): CommandCounter {
  let counts: Record<string, number> = {};
  const count = ({ commandName }: CommandStartedEvent): void => {
    if (!UNCOUNTED.has(commandName)) counts[commandName] = (counts[commandName] ?? 0) + 1;
  };
  client.on('commandStarted', count);
  return {
    get counts() {
      return { ...counts };
    },
    get total() {
      return Object.values(counts).reduce((sum, each) => sum + each, 0);
    },
    reset: () => void (counts = {}),
    stop: () => void client.off('commandStarted', count),
  };
}
