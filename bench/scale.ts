import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDatabases } from './databases';
import { generatePlan, scaleEnvironment } from './generate-plan';
import { measureView } from './measure';
import { shapeOf } from './plan-shape';
import { shownSize, writeReport, type SizeReport } from './report';
import { openSystem } from './system';
import { createViews, deepPage } from './views';
import { walkExport, walkPages } from './walk';

interface Options {
  readonly sizes: readonly number[];
  /** Measures the views whose names contain this text. */
  readonly only: string;
  /** Limits of each view's measurement. */
  readonly seconds: number;
  readonly maxRequests: number;
  /** Limit of reading all targets; with 0 they are not read. */
  readonly walkSeconds: number;
  readonly markdown?: string;
}

/**
 * `npm run bench:scale -- --sizes 1000,10000,100000` measures every view of synthetic plans, through the gateway and
 * straight from the databases. Plans that do not exist are generated first. Options: `--only search` (views),
 * `--seconds 3` and `--most 200` (requests) for each view, `--walk-seconds 30`, `--markdown figures.md`.
 */
async function main(): Promise<void> {
  const options = readOptions();
  for (const size of options.sizes) await generatePlan(size, scaleEnvironment(size), console.error);
  // A run that is not reported, so that the first size does not pay for just-in-time compilation.
  const [smallest = 1000] = options.sizes;
  await measureSize(smallest, { ...options, seconds: options.seconds / 2, walkSeconds: 0 });
  const reports: SizeReport[] = [];
  for (const size of options.sizes) reports.push(await measureSize(size, options));
  const report = writeReport(reports);
  console.log(report);
  if (options.markdown !== undefined) writeFileSync(options.markdown, `${report}\n`);
}

async function measureSize(size: number, options: Options): Promise<SizeReport> {
  const env = scaleEnvironment(size);
  const databases = await openDatabases(env);
  const system = await openSystem(env);
  try {
    const views = (await createViews(databases, shapeOf(size))).filter(({ name }) =>
      name.includes(options.only),
    );
    const measured = [];
    for (const view of views) {
      const each = await measureView(system, view, options);
      console.error(`${shownSize(size)} ${view.name}: ${each.gateway?.p50.toFixed(2) ?? 'no answer,'} ms`);
      measured.push(each);
    }
    const seconds = options.walkSeconds;
    const walks = seconds > 0 ? [await walkPages(system, seconds), await walkExport(system, seconds)] : [];
    return { size, deepPage: deepPage(size), views: measured, walks };
  } finally {
    await system.close();
    await databases.close();
  }
}

function readOptions(): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { sizes: text, only: text, seconds: text, most: text, 'walk-seconds': text, markdown: text },
  });
  return {
    sizes: (values.sizes ?? '1000,10000').split(',').map((size) => shapeOf(Number(size)).targets),
    only: values.only ?? '',
    seconds: numberOf('seconds', values.seconds, 3),
    maxRequests: numberOf('most', values.most, 200),
    walkSeconds: numberOf('walk-seconds', values['walk-seconds'], 30),
    markdown: values.markdown,
  };
}

function numberOf(name: string, text: string | undefined, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  throw new Error(`--${name} must be a number from 0, but got: ${text}.`);
}

main().catch((error: unknown) => {
  console.error(`Cannot measure: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
