import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../schema/errors';

/** Seconds after which a refused client may try again. */
const retryAfter = '2';

/** Refused before any work: HTTP 503 with `Retry-After`. */
export const overloaded = (): GraphQLError =>
  unavailableNow('The gateway has too much to do now. Try again.');

/** Broken off: the answer took longer than an operation may. HTTP 503 with `Retry-After`. */
export const tookTooLong = (milliseconds: number): GraphQLError =>
  unavailableNow(
    `An operation must be answered within ${milliseconds} ms, which this one was not. Try again.`,
  );

function unavailableNow(message: string): GraphQLError {
  const code: ErrorCode = 'OVERLOADED';
  return new GraphQLError(message, {
    extensions: { code, http: { status: 503, headers: new HeaderMap([['retry-after', retryAfter]]) } },
  });
}

/** The reason by which work is stopped. No client sees it. */
export const clientLeft = (): GraphQLError =>
  new GraphQLError('The client left before the answer.', { extensions: { code: 'BAD_REQUEST' } });
