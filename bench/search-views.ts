import type { TargetDocument } from '../subgraphs/kit';
import type { Some } from './choices';
import type { Databases } from './databases';
import { readSearch } from './direct';
import { cycle, firstPage, pageSize, type View } from './view';

/** Searches for common and for rare texts. */
export async function searchViews(databases: Databases): Promise<View[]> {
  const names = (await milestones(databases)).map(({ title }) => title);
  const [first = '', ...others] = names;
  const view = (name: string, texts: Some<string>): View => ({
    name: `search: ${name}`,
    operation: 'search',
    variables: (at) => ({ text: cycle(texts, at), first: pageSize }),
    direct: async (at) => [await readSearch(databases, { terms: [cycle(texts, at)], page: firstPage })],
  });
  return [
    view('a common pair', ['推进', '建设', '完成']),
    view('a rare pair', [first.slice(0, 2), ...others.map((each) => each.slice(0, 2))]),
    view('a rare name', [first, ...others]),
    view('a long common phrase', ['招商引资水平稳中有升', '旧住房修缮改造，全年完成', '安全隐患排查整治']),
  ];
}

export async function targetView(databases: Databases): Promise<View> {
  const [first = '', ...others] = (await milestones(databases)).map(({ _id }) => _id);
  return {
    name: 'one target, all details',
    operation: 'target',
    variables: (at) => ({ key: cycle([first, ...others], at) }),
    direct: async (at) => {
      const id = cycle([first, ...others], at);
      const owner = databases.departments.find(({ code }) => id.startsWith(`${code}:`));
      const [target] = (await owner?.store.targets.byIds([id])) ?? [];
      if (target?.baseline) await owner?.store.results.byIds([target.baseline]);
      if (target?.item) await databases.office.itemsByNumbers([target.item]);
      await databases.office.documentsByIds(target?.citations.map(({ document }) => document) ?? []);
      return [];
    },
  };
}

/** The last five milestones of each department; their titles begin with the name of a project. */
async function milestones({ departments }: Databases): Promise<TargetDocument[]> {
  const each = departments.map(({ db }) =>
    db
      .collection<TargetDocument>('targets')
      .find({ ways: 'kind:MILESTONE' })
      .sort({ 'sort.plan': -1 })
      .limit(5)
      .toArray(),
  );
  return (await Promise.all(each)).flat();
}
