import { badValue, CommandError } from '../errors';
import { isDocument, typeName } from '../values/types';

/*
 * Checks of the fields that any command may have, by the rules of a standalone MongoDB.
 */

const READ_LEVELS = new Set(['local', 'available', 'majority', 'linearizable', 'snapshot']);
const MOST_MEMBERS = 50;

/** A standalone is the majority of itself: `w` is 0, 1 or 'majority'. */
export function checkWriteConcern(concern: unknown): void {
  if (concern === undefined || concern === null) return;
  if (!isDocument(concern)) throw wrongType('writeConcern', concern, 'object');
  const w: unknown = concern.w ?? 1;
  if (typeof w !== 'number' && typeof w !== 'string')
    throw new CommandError('FailedToParse', 'w has to be a number, string, or object');
  if (typeof w === 'number' && (w < 0 || w > MOST_MEMBERS))
    throw new CommandError(
      'FailedToParse',
      `w has to be a non-negative number and not greater than ${MOST_MEMBERS}`,
    );
  if (typeof w === 'number' && w > 1) throw badValue("cannot use 'w' > 1 when a host is not replicated");
  if (typeof w === 'string' && w !== 'majority')
    throw badValue(`cannot use non-majority 'w' mode ${w} when a host is not a member of a replica set`);
}

export function checkReadConcern(concern: unknown): void {
  if (concern === undefined || concern === null) return;
  if (!isDocument(concern)) throw wrongType('readConcern', concern, 'object');
  const level: unknown = concern.level ?? 'local';
  if (typeof level !== 'string' || !READ_LEVELS.has(level))
    throw badValue(
      `Enumeration value '${String(level)}' for field 'readConcern.level' is not a valid value.`,
    );
  const asked = level === 'snapshot' ? 'readConcern: snapshot' : 'read concern';
  if (level === 'snapshot' || level === 'linearizable')
    throw new CommandError('NotAReplicaSet', `node needs to be a replica set member to use ${asked}`);
}

export function checkApiVersion(version: unknown): void {
  if (version === undefined || version === '1') return;
  throw new CommandError('APIVersionError', 'API version must be "1"');
}

export function wrongType(field: string, value: unknown, expected: string): CommandError {
  return new CommandError(
    'TypeMismatch',
    `BSON field '${field}' is the wrong type '${typeName(value)}', expected type '${expected}'`,
  );
}

export function missingField(field: string): CommandError {
  return new CommandError('Location40414', `BSON field '${field}' is missing but is a required field`);
}

/** Whether a flag is true or a number other than 0. */
export function isSet(value: unknown): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

/** A flag that must be a boolean. */
export function requireBoolean(field: string, value: unknown, otherwise: boolean): boolean {
  if (value === undefined) return otherwise;
  if (typeof value !== 'boolean') throw wrongType(field, value, 'bool');
  return value;
}
