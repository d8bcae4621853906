import { createLogger, startSystem, type RunningSystem } from './start';

/** Milliseconds that the process may outlive its server. */
const longestLinger = 2_000;

async function main(): Promise<void> {
  const began = performance.now();
  console.log('静安计划图 · Jing’an Plan Graph\n');
  const system = await startSystem({ log: (line) => console.log(`  ${line}`), logger: createLogger() });
  process.once('SIGINT', () => void stop(system));
  process.once('SIGTERM', () => void stop(system, system.config.shutdownNotice));
  console.log(greeting(system, (performance.now() - began) / 1000));
}

function greeting({ gateway, config, local, unopened }: RunningSystem, seconds: number): string {
  const where = [
    ...[...local.values()].map(({ name, storeDescription }) => [
      name,
      `in this process, ${storeDescription}`,
    ]),
    ...[...unopened].map(([name, { message }]) => [name, `未能打开 NOT SERVED: ${message}`]),
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

/** @param notice milliseconds for which a load balancer can see that the end has begun */
async function stop(system: RunningSystem, notice = 0): Promise<void> {
  console.log('stopping');
  try {
    await system.close(notice);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  // A timer or a socket that is still open must not keep the process alive.
  setTimeout(() => process.exit(), longestLinger).unref();
}

main().catch((error: unknown) => {
  console.error(`\nCannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
