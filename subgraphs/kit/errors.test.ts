import { GraphQLError } from 'graphql';
import { MongoNetworkError, MongoServerError } from 'mongodb';
import { badInput } from '../../schema/errors';
import { publicError } from './errors';

const path = ['target', 0];
const masked = { message: 'Internal server error.', path, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
const unavailable = {
  message: 'Department economy cannot answer now.',
  path,
  extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'economy' },
};

function shown(originalError: Error): { error: unknown; logged: unknown[] } {
  const logged: unknown[] = [];
  const thrown = new GraphQLError(originalError.message, { path, originalError });
  return { error: publicError('economy', thrown, (cause) => logged.push(cause)), logged };
}

it('an error with a code passes, and is nothing for the log', () => {
  expect(shown(badInput('id', 'No.'))).toEqual({
    error: { message: 'No.', path, extensions: { code: 'BAD_USER_INPUT', argument: 'id' } },
    logged: [],
  });
});

it.each([
  ['a failure of ours', new TypeError('secret'), masked],
  ['a store that does not answer', new MongoNetworkError('secret'), unavailable],
  ['a store that refuses', new MongoServerError({ message: 'secret', code: 8000 }), unavailable],
  [
    'a full disk',
    new MongoServerError({ message: 'secret', code: 14031 }),
    {
      message: 'Department economy has no room left to write.',
      path,
      extensions: { code: 'INSUFFICIENT_STORAGE', department: 'economy' },
    },
  ],
])('%s is masked, and its cause logged', (_, cause, error) => {
  expect(shown(cause)).toEqual({ error, logged: [cause] });
});
