import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { departments, planPort } from '../schema/departments';
import { readConfigNames } from './config-names';

interface Service {
  readonly image: string;
  readonly command?: string[];
  readonly ports?: string[];
  readonly networks: string[];
  readonly environment: Record<string, string>;
  readonly depends_on?: Record<string, { condition: string }>;
  readonly healthcheck?: { test: string[] };
}

const root = join(__dirname, '..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const owners = [...departments, { code: 'plan', port: planPort }];
// The failsafe schema reads every scalar as text, which is what a container's environment holds.
const { services } = parse(text, { merge: true, schema: 'failsafe' }) as {
  services: Record<string, Service>;
};
const serviceOf = (name: string): Service => {
  const service = services[name];
  if (!service) throw new Error(`docker-compose.yml must have the service ${name}.`);
  return service;
};

it('has a service per subgraph, one gateway, and MongoDB with its first start', () => {
  const names = owners.map(({ code }) => code);

  expect(Object.keys(services).toSorted()).toEqual([...names, 'gateway', 'mongo', 'mongo-init'].toSorted());
});

it('publishes the gateway’s port alone, on this machine alone', () => {
  const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
    ports.map((port) => [name, port]),
  );

  expect(published).toEqual([['gateway', '127.0.0.1:4000:4000']]);
  expect(serviceOf('gateway').environment).toMatchObject({ HOST: '0.0.0.0', PORT: '4000' });
});

it('sets no variable that the configuration does not read', () => {
  const known = readConfigNames();

  for (const name of ['gateway', ...owners.map(({ code }) => code)])
    expect(known).toEqual(expect.arrayContaining(Object.keys(serviceOf(name).environment)));
});

describe.each(owners)('$code', ({ code, port }) => {
  const prefix = code.toUpperCase();
  const database = code === 'plan' ? 'plan_office' : `plan_${code}`;

  it('runs alone on its port, as its own user in its own database', () => {
    const { command, environment, networks } = serviceOf(code);

    expect(command).toEqual(['subgraphs/main.ts', code]);
    expect(environment).toMatchObject({ HOST: '0.0.0.0', PORT: String(port) });
    expect(environment.MONGODB_URI).toMatch(
      new RegExp(
        `^mongodb://${code}:\\$\\{${prefix}_PASSWORD:\\?[^}]+\\}@mongo:27017/${database}\\?replicaSet=rs0$`,
      ),
    );
    expect(networks).toEqual(['graph', 'store']);
  });

  it('waits for its user, and is where the gateway looks for it', () => {
    const gateway = serviceOf('gateway');

    expect(serviceOf(code).depends_on).toEqual({
      'mongo-init': { condition: 'service_completed_successfully' },
    });
    expect(gateway.environment[`${prefix}_URL`]).toBe(`http://${code}:${port}/graphql`);
    expect(Object.keys(gateway.depends_on ?? {})).toContain(code);
    expect(serviceOf('mongo-init').environment).toHaveProperty(`${prefix}_PASSWORD`);
  });
});

it('checks the health of whatever runs on', () => {
  for (const [name, { healthcheck }] of Object.entries(services))
    if (name !== 'mongo-init') expect(healthcheck?.test[0]).toBe('CMD');
});

it('has no secret of its own: each is required from the environment', () => {
  const interpolated = [...text.matchAll(/\$\{([A-Z_]+)(:[-?][^}]*)?\}/g)];

  for (const [, name = '', rule] of interpolated)
    expect(rule).toMatch(name.endsWith('_WRITE_TOKEN') ? /^:-$/ : /^:\?./);
  expect(interpolated.length).toBeGreaterThan(owners.length);
});
