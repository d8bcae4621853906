import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { labelPatches, type LabelPatch } from './label-patches';

/**
 * GraphiQL has no interface for translations, so its code is patched while it is bundled (docs/adr/0010): labels
 * that an analyst meets are in Chinese. Where a later version no longer has the English text of a patch, the patch
 * changes nothing, and labels.test.ts fails by its name.
 */
export const chineseLabels: Plugin = {
  name: 'chinese-labels',
  setup(bundler) {
    bundler.onLoad({ filter: /graphiql[\\/].*\.js$/ }, async ({ path }) => {
      const unixPath = path.replaceAll('\\', '/');
      const known = Object.entries(labelPatches).find(([file]) => unixPath.endsWith(`node_modules/${file}`));
      if (!known) return undefined;
      const code = await readFile(path, 'utf8');
      return { contents: applyPatches(code, Object.values(known[1])), loader: 'js' };
    });
  },
};

function applyPatches(code: string, patches: readonly LabelPatch[]): string {
  return patches.reduce((text, [english, chinese]) => text.replaceAll(english, chinese), code);
}
