import { maskErrors } from './public-errors';

const internal = { message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
const unavailable = {
  message: 'Department economy cannot answer now.',
  extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'economy' },
};
const secrets = { stacktrace: ['at x'], exception: {}, query: '{ a }', serviceName: 'x' };

it.each<[string, unknown, object, boolean]>([
  [
    'a conflict',
    { message: 'At 2.', extensions: { code: 'CONFLICT', argument: 'a', revision: 2, ...secrets } },
    { message: 'At 2.', extensions: { code: 'CONFLICT', argument: 'a', revision: 2 } },
    false,
  ],
  [
    'an argument that is no text',
    { message: 'No.', extensions: { code: 'BAD_USER_INPUT', argument: { a: 1 } } },
    { message: 'No.', extensions: { code: 'BAD_USER_INPUT' } },
    false,
  ],
  [
    'a path',
    { message: 'No.', path: ['_entities', 0], extensions: { code: 'FORBIDDEN' } },
    { message: 'No.', path: ['_entities', 0], extensions: { code: 'FORBIDDEN' } },
    false,
  ],
  [
    'a path that is none',
    { message: 'No.', path: [{}], extensions: { code: 'FORBIDDEN' } },
    { message: 'No.', extensions: { code: 'FORBIDDEN' } },
    false,
  ],
  ['no code', { message: 'connect ECONNREFUSED 10.0.0.7', extensions: secrets }, internal, true],
  ['a code of no one', { message: 'x', extensions: { code: 'DB_DOWN' } }, internal, true],
  ['a code of Object', { message: 'x', extensions: { code: 'toString' } }, internal, true],
  ['a code of the gateway', { message: 'x', extensions: { code: 'OVERLOADED' } }, internal, true],
  [
    'that it cannot answer, in its words',
    { message: 'db at 10.0.0.7', extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'safety' } },
    unavailable,
    true,
  ],
  ['no message', { extensions: { code: 'CONFLICT' } }, internal, true],
  ['no object', 'x', internal, true],
  ['null', null, internal, true],
])('of %s', (_, error, shown, isLogged) => {
  const logged: unknown[] = [];

  expect(maskErrors('economy', [error], (masked) => logged.push(...masked))).toEqual([shown]);
  expect(logged).toEqual(isLogged ? [error] : []);
});
