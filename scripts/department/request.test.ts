import { readRequest } from './request';

const surroundings = {
  departments: [{ code: 'economy', name: '经济', port: 4001 }],
  takenNames: new Set(['kit', 'missing']),
};
const request = (args: string) => readRequest(args.split(' '), surroundings);

it('takes the port after the highest, that of the plan office included, unless one is given', () => {
  expect(request('--code culture --name 文旅')).toEqual({ code: 'culture', name: '文旅', port: 4007 });
  expect(request('--port 5000 --name 文旅 --code culture').port).toBe(5000);
});

it.each([
  ['--name 文旅', '--code must be 2 to 30 lower-case letters, but got: none.'],
  ['--code Culture --name 文旅', '--code must be 2 to 30 lower-case letters, but got: Culture.'],
  [
    '--code public-culture --name 文旅',
    '--code must be 2 to 30 lower-case letters, but got: public-culture.',
  ],
  ['--code economy --name 文旅', '--code must be that of a new department, but got: economy.'],
  ['--code kit --name 文旅', '--code must be a name that is not taken, but got: kit.'],
  ['--code culture', '--name must be Chinese, but got: none.'],
  ['--code culture --name Culture', '--name must be Chinese, but got: Culture.'],
  ['--code culture --name 经济', '--name must be that of a new department, but got: 经济.'],
  ['--code culture --name 文旅 --port 0', '--port must be a number from 1 to 65535, but got: 0.'],
  ['--code culture --name 文旅 --port 4001', '--port must be one that no other subgraph has, but got: 4001.'],
  ['--code culture --name 文旅 --port 4006', '--port must be one that no other subgraph has, but got: 4006.'],
  ['--kode culture', "Unknown option '--kode'"],
])('refuses %s', (args, message) => {
  expect(() => request(args)).toThrow(message);
});
