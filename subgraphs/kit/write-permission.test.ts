import { readSubgraphConfig } from './config';
import { assertMayWrite } from './write-permission';

it.each([
  ['a caller of this machine, where no token is set', '127.0.0.1', undefined, undefined],
  [
    'whatever a caller of this machine presents, where no token is set',
    'localhost',
    undefined,
    'Bearer other',
  ],
  ['the token, on this machine', '::1', 'of-economy', 'Bearer of-economy'],
  ['the token, from anywhere', '0.0.0.0', 'of-economy', 'Bearer of-economy'],
])('takes %s', (_, HOST, ECONOMY_WRITE_TOKEN, authorization) => {
  const config = readSubgraphConfig('economy', 4001, { HOST, ECONOMY_WRITE_TOKEN });

  expect(() => assertMayWrite('economy', config, { authorization })).not.toThrow();
});

it.each([
  ['everyone, where no token is set and others reach the server', '0.0.0.0', undefined, 'Bearer of-economy'],
  ['no token', '127.0.0.1', 'of-economy', undefined],
  ['another token of the same length', '127.0.0.1', 'of-economy', 'Bearer of-economx'],
  ['the beginning of the token', '127.0.0.1', 'of-economy', 'Bearer of-econom'],
  ['the token alone', '127.0.0.1', 'of-economy', 'of-economy'],
  ['an empty header', '0.0.0.0', 'of-economy', ''],
])('refuses %s', (_, HOST, ECONOMY_WRITE_TOKEN, authorization) => {
  const config = readSubgraphConfig('economy', 4001, { HOST, ECONOMY_WRITE_TOKEN });

  expect(() => assertMayWrite('economy', config, { authorization })).toThrow(
    expect.objectContaining({
      message: 'Only economy may report progress on its own targets.',
      extensions: { code: 'FORBIDDEN' },
    }),
  );
});
