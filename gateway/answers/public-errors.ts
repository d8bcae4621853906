import type { ErrorCode } from '../../schema/errors';
import { isObject } from './rules';
import { failureError, type ResponseError } from '../sources/failure';

/**
 * The extensions of a remote subgraph's errors that clients see, by code. An error with one of these codes passes with its
 * message and these extensions. An error with any other code is masked.
 */
const publicExtensions: ReadonlyMap<unknown, readonly string[]> = new Map<ErrorCode, readonly string[]>([
  ['BAD_USER_INPUT', ['argument']],
  ['CONFLICT', ['argument', 'revision']],
  ['FORBIDDEN', []],
  ['INSUFFICIENT_STORAGE', ['department']],
]);

/**
 * The errors of a remote subgraph as clients may see them, in the same order.
 * @param onMasked called once with all errors that clients do not see as they came, if there are any
 */
export function maskErrors(
  subgraph: string,
  errors: readonly unknown[],
  onMasked: (errors: readonly unknown[]) => void,
): ResponseError[] {
  const masked = errors.filter((error) => !isPassing(error));
  if (masked.length > 0) onMasked(masked);
  return errors.map((error) => publicForm(subgraph, error));
}

const extensionsOf = (error: unknown) =>
  isObject(error) && isObject(error.extensions) ? error.extensions : {};

const isPassing = (error: unknown): boolean =>
  publicExtensions.has(extensionsOf(error).code) && isObject(error) && typeof error.message === 'string';

function publicForm(subgraph: string, error: unknown): ResponseError {
  const path = pathOf(error);
  const extensions = extensionsOf(error);
  if (extensions.code === 'DEPARTMENT_UNAVAILABLE')
    return failureError('DEPARTMENT_UNAVAILABLE', subgraph, path);
  if (!isPassing(error) || !isObject(error))
    return { message: 'Internal server error.', path, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  const kept = (publicExtensions.get(extensions.code) ?? []).filter((key) => isScalar(extensions[key]));
  const shown = Object.fromEntries(kept.map((key) => [key, extensions[key]]));
  return { message: String(error.message), path, extensions: { code: extensions.code, ...shown } };
}

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

function pathOf(error: unknown): ResponseError['path'] {
  const path = isObject(error) ? error.path : undefined;
  return Array.isArray(path) && path.every(isScalar) ? (path as ResponseError['path']) : undefined;
}
