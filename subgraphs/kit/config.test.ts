import { isLoopback, readLogLevel, readSubgraphConfig, readUrl, variablePrefix } from './config';

it('has a default for every variable, an empty one included', () => {
  const defaults = {
    host: '127.0.0.1',
    port: 4001,
    dataDir: expect.stringMatching(/[\\/]\.data$/),
    databasePrefix: 'plan_',
    mongodbUri: undefined,
    writeToken: undefined,
  };

  expect(readSubgraphConfig('economy', 4001, {})).toEqual(defaults);
  expect(
    readSubgraphConfig('economy', 4001, { HOST: '', PORT: '', DATA_DIR: '', ECONOMY_WRITE_TOKEN: '' }),
  ).toEqual(defaults);
});

it('takes a subgraph’s own server before the one of all, and its own token alone', () => {
  const env = {
    MONGODB_URI: 'mongodb://all',
    ECONOMY_MONGODB_URI: 'mongodb+srv://own',
    SAFETY_WRITE_TOKEN: 'of-safety',
  };

  expect(readSubgraphConfig('economy', 0, env)).toMatchObject({
    mongodbUri: 'mongodb+srv://own',
    writeToken: undefined,
  });
  expect(readSubgraphConfig('safety', 0, env)).toMatchObject({
    mongodbUri: 'mongodb://all',
    writeToken: 'of-safety',
  });
});

it.each([
  [{ PORT: 'x' }, 'PORT must be a number from 0 to 65535, but got: x.'],
  [{ PORT: '65536' }, 'PORT must be a number from 0 to 65535, but got: 65536.'],
  [{ PORT: '1.5' }, 'PORT must be a number from 0 to 65535, but got: 1.5.'],
  [{ DATABASE_PREFIX: 'a b' }, 'DATABASE_PREFIX must be 1 to 40 letters, digits, _ or -, but got: a b.'],
  [
    { MONGODB_URI: 'http://me:secret@host' },
    'MONGODB_URI must begin with mongodb:// or mongodb+srv://, but got: http://me:…@host.',
  ],
  [
    { ECONOMY_MONGODB_URI: 'host' },
    'ECONOMY_MONGODB_URI must begin with mongodb:// or mongodb+srv://, but got: host.',
  ],
])('names the variable whose value is wrong: %j', (env, message) => {
  expect(() => readSubgraphConfig('economy', 4001, env)).toThrow(message);
});

it.each(['file:///x', 'example.cn', 'http://'])('a URL must be one of http or https, not %s', (text) => {
  expect(() => readUrl('ECONOMY_URL', { ECONOMY_URL: text })).toThrow(
    `ECONOMY_URL must be an http or https URL, but got: ${text}.`,
  );
});

it('a level of the log is one of pino’s', () => {
  expect(readLogLevel({})).toBe('info');
  expect(() => readLogLevel({ LOG_LEVEL: 'loud' })).toThrow('LOG_LEVEL must be one of fatal, error,');
});

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['127.evil.example', false],
  ['10.0.0.1', false],
])('%s is a loopback address: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

it('a code begins its variables in capitals', () => {
  expect(variablePrefix('economy')).toBe('ECONOMY');
});
