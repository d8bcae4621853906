import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blocksIn, folders, pages, proseIn, read, readJson, root } from './read-pages';

/** The scripts of a package of `packages/`, or of the project. */
function scriptsOf(workspace: string | undefined): object {
  const folder = workspace === undefined ? '' : `packages/${workspace}/`;
  return (readJson(`${folder}package.json`) as { readonly scripts: object }).scripts;
}

/** Departments and views that pages add as examples. */
const inventedPath = /culture|milestones/;

describe.each(pages)('%s', (page) => {
  it('links to what is there', () => {
    const links = [...proseIn(page).matchAll(/\]\((?!https?:)([^)#]+)(#[^)]*)?\)/g)].map(
      ([, link = '']) => link,
    );

    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  it('names files and folders that exist', () => {
    const named = [
      ...proseIn(page).matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g),
      ...read(page).matchAll(/npx jest ((?:[\w.-]+\/)+[\w.-]+)/g),
    ].map(([, path = '']) => path);
    const ours = named.filter((path) => folders.includes(path.split('/')[0] ?? ''));

    expect(ours.filter((path) => !inventedPath.test(path) && !existsSync(join(root, path)))).toEqual([]);
  });

  it('names commands that exist', () => {
    const [, own] = /^packages\/([^/]+)\//.exec(page) ?? [];
    const named = [
      ...read(page).matchAll(
        /\bnpm (?:run (?:--silent )?([a-z]+(?::[a-z]+)*)|(start|test)\b)(?: -w ([\w-]+))?/g,
      ),
    ];

    for (const [, script, short = '', workspace = own] of named)
      expect(scriptsOf(workspace)).toHaveProperty([script ?? short]);
  });
});

describe('the tree in docs/architecture.md', () => {
  const [tree] = blocksIn('docs/architecture.md');
  const named = pathsInTree(tree?.text ?? '');

  it('names files and folders that exist', () => {
    expect(named.length).toBeGreaterThan(folders.length);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('has every top-level folder', () => {
    const shown = named.map((path) => path.split('/')[0]);

    expect(folders.filter((folder) => !shown.includes(folder))).toEqual([]);
  });
});

/**
 * A line has names, two spaces and what they are; an indented line lies in the folder above it:
 * `"gateway/  the endpoint\n  main.ts  starts"` → `["gateway/", "gateway/main.ts"]`.
 */
function pathsInTree(text: string): string[] {
  const parents: string[] = [];
  return text.split('\n').flatMap((line) => {
    const [, indent = '', names = ''] = /^( {0,4})(\S+(?: \S+)*)/.exec(line) ?? [];
    const depth = indent.length / 2;
    const paths = names === '' ? [] : names.split(' ').map((name) => (parents[depth - 1] ?? '') + name);
    if (paths.length > 0) parents[depth] = paths.at(-1) ?? '';
    return paths;
  });
}
