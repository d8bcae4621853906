import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Metafile, Plugin } from 'esbuild';
import { readExamples } from './examples';
import { chineseLabels } from './labels';

const PAGE = join(__dirname, 'page');

/** Monaco's web workers. A worker starts from a URL, so each needs a file of its own. */
const WORKERS = {
  'editor-worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
  'json-worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
  'graphql-worker': 'monaco-graphql/esm/graphql.worker.js',
};

/** Writes `index.html` and `assets/` into the folder. Assets have hashed names; scripts and styles lie there as `.gz` too. */
export async function bundlePage(dir: string): Promise<void> {
  // Imported here, so that a start that finds its build does not load the bundler.
  const { build } = await import('esbuild');
  const assets = join(dir, 'assets');
  const { metafile } = await build({
    absWorkingDir: PAGE,
    entryPoints: { page: './main.tsx', ...WORKERS },
    outdir: assets,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.ttf': 'file' },
    // GraphiQL imports prettier's parsers by their old names, which lead to CommonJS files. Split into chunks, those lose
    // their named exports; the new names lead to ES modules.
    alias: {
      'prettier/parser-graphql': 'prettier/plugins/graphql',
      'prettier/parser-babel': 'prettier/plugins/babel',
    },
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    assetNames: '[name]-[hash]',
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
    plugins: [examplesModule, chineseLabels],
  });
  await mkdir(assets, { recursive: true });
  await compressTexts(assets);
  const template = await readFile(join(PAGE, 'index.html'), 'utf8');
  await writeFile(join(dir, 'index.html'), fillIn(template, assetNames(metafile)));
}

/** Resolves `import examples from 'console:examples'` to the content of `examples/`. */
const examplesModule: Plugin = {
  name: 'examples',
  setup(bundler) {
    bundler.onResolve({ filter: /^console:examples$/ }, ({ path }) => ({ path, namespace: 'examples' }));
    bundler.onLoad({ filter: /.*/, namespace: 'examples' }, async () => ({
      contents: JSON.stringify(await readExamples()),
      loader: 'json',
    }));
  },
};

/** `page.js` → `page-K3QX7B2A.js`, likewise for `page.css` and the workers. */
function assetNames(metafile: Metafile): Map<string, string> {
  const names = new Map<string, string>();
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (!output.entryPoint) continue;
    const script = basename(path);
    names.set(script.replace(/-\w+\.js$/, '.js'), script);
    if (output.cssBundle) names.set('page.css', basename(output.cssBundle));
  }
  return names;
}

function fillIn(template: string, names: ReadonlyMap<string, string>): string {
  return template.replace(/\{\{([^}]+)\}\}/g, (_, name: string) => {
    const hashed = names.get(name);
    if (!hashed) throw new Error(`index.html names an asset that the bundle does not have: ${name}.`);
    return hashed;
  });
}

async function compressTexts(assets: string): Promise<void> {
  const compress = promisify(gzip);
  const texts = (await readdir(assets)).filter((name) => /\.(js|css)$/.test(name));
  await Promise.all(
    texts.map(async (name) => {
      const path = join(assets, name);
      await writeFile(`${path}.gz`, await compress(await readFile(path)));
    }),
  );
}
