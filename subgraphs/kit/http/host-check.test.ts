import { isOwnHost } from './host-check';

it.each([
  ['localhost:4000', '127.0.0.1', true],
  ['LocalHost', '127.0.0.1', true],
  ['127.0.0.1:4000', 'localhost', true],
  ['127.0.0.2:4000', '127.0.0.1', true],
  ['127.0.0.1:4000', '127.0.0.2', true],
  ['[::1]:4000', '::1', true],
  ['[::1]', '127.0.0.1', true],
  [undefined, '127.0.0.1', true],
  ['evil.example:4000', '127.0.0.1', false],
  ['evil.example', '127.0.0.2', false],
  ['evil.example', '::1', false],
  ['evil.example', 'localhost', false],
  ['localhost.evil.example', '127.0.0.1', false],
  ['127.0.0.1.evil.example', '127.0.0.1', false],
  ['127.evil.example', '127.0.0.1', false],
  ['evil.example@127.0.0.1', '127.0.0.1', false],
  ['127.0.0.1, evil.example', '127.0.0.1', false],
  ['192.168.1.5:4000', '127.0.0.1', false],
  ['0.0.0.0:4000', '127.0.0.1', false],
  ['', '127.0.0.1', false],
  ['anything.example', '0.0.0.0', true],
  ['anything.example', '10.0.0.7', true],
])('the Host %j is a server’s own that listens on %s: %s', (header, listenHost, own) => {
  expect(isOwnHost(header, listenHost)).toBe(own);
});

it.each([
  ['plan.example.cn', '127.0.0.1', true],
  ['Plan.Example.cn:443', '127.0.0.1', true],
  ['localhost:4000', '0.0.0.0', true],
  ['10.0.0.7:4000', '10.0.0.7', true],
  ['evil.example', '0.0.0.0', false],
  ['evil.example', '127.0.0.1', false],
])(
  'with plan.example.cn given, the Host %j is a server’s own that listens on %s: %s',
  (header, host, own) => {
    expect(isOwnHost(header, host, ['plan.example.cn'])).toBe(own);
  },
);
