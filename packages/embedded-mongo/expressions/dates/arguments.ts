import { ObjectId, Timestamp } from 'bson';
import { CommandError } from '../../errors';
import { typeName } from '../../values/types';

/** The instant of a date, or of the time in a timestamp or an id, in milliseconds since 1970. */
export function requireInstant(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (value instanceof Timestamp) return value.t * 1000;
  if (value instanceof ObjectId) return value.getTimestamp().getTime();
  throw new CommandError('Location16006', `can't convert from BSON type ${typeName(value)} to Date`);
}
