import { createLogger, startSystem, type RunningSystem } from './start';

async function main(): Promise<void> {
  const began = performance.now();
  console.log('静安计划图 · Jing’an Plan Graph\n');
  const system = await startSystem({ log: (line) => console.log(`  ${line}`), logger: createLogger() });
  console.log(greeting(system, (performance.now() - began) / 1000));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(system));
}

function greeting({ gateway, config, local }: RunningSystem, seconds: number): string {
  const where = [
    ...[...local.values()].map(({ name, storeDescription }) => [
      name,
      `in this process, ${storeDescription}`,
    ]),
    ...[...config.remote].map(([name, url]) => [name, `remote, ${url.href}`]),
  ];
  return [
    '',
    ...where.map(([name = '', place]) => `  ${name.padEnd(13)} ${place}`),
    '',
    `  GraphiQL      ${gateway.url}/graphiql   ← 在浏览器中打开 open this in a browser`,
    `  GraphQL       ${gateway.url}/graphql`,
    `  health        ${gateway.url}/health/ready`,
    '',
    `  试一试 try: { place(name: "彭浦镇") { targets { totalCount nodes { title text } } } }`,
    '',
    `  ready in ${seconds.toFixed(1)} s; Ctrl-C stops`,
  ].join('\n');
}

async function stop(system: RunningSystem): Promise<void> {
  console.log('stopping');
  await system.close();
}

main().catch((error: unknown) => {
  console.error(`\nCannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
