import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { MongoClient } from 'mongodb';
import { COVERED_SHAPES, recordShapes, type ShapeRecording } from 'embedded-mongo/conformance';
import { connectedClients } from '../kit';

/** Records what every client of this process asks of its database, from its first command on. */
export function recordCommands(): ShapeRecording {
  const recordings: ShapeRecording[] = [];
  const onClient = (client: unknown) => void recordings.push(recordShapes(client as MongoClient));
  subscribe(connectedClients, onClient);
  return {
    get shapes() {
      return [...new Set(recordings.flatMap(({ shapes }) => shapes))].sort();
    },
    stop: () => {
      unsubscribe(connectedClients, onClient);
      for (const recording of recordings) recording.stop();
    },
  };
}

/** @throws naming them, when a recording holds shapes that the conformance suite has no case for */
export function assertCovered({ shapes }: Pick<ShapeRecording, 'shapes'>): void {
  const covered = new Set(COVERED_SHAPES);
  const missing = shapes.filter((shape) => !covered.has(shape));
  if (missing.length === 0) return;
  throw new Error(
    `the project sends commands that the store's conformance suite does not cover: ${missing.join(', ')}. ` +
      `Add a case to packages/embedded-mongo/conformance/cases.`,
  );
}
