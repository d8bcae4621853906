import { startTestSystem, type TestSystem } from '../testing/test-system';
import { download, startExportGateway, type ExportGateway } from '../testing/test-export';

let system: TestSystem;
let shortPages: ExportGateway;
beforeAll(async () => {
  system = await startTestSystem();
  shortPages = await startExportGateway(system, { pageSize: 40 });
}, 60_000);
afterAll(async () => {
  await shortPages.close();
  await system.close();
});

type Name = 'targets' | 'results';
const filterTypes = { targets: 'TargetFilter', results: 'ResultFilter' };

function urlOf(name: Name, parameters: object = {}, base = system.url): string {
  const texts = Object.entries(parameters).map(([key, value]): [string, string] => [
    key,
    JSON.stringify(value),
  ]);
  return `${base}/export/${name}.csv?${new URLSearchParams(texts).toString()}`;
}

/** What the graph itself lists. */
async function idsOf(name: Name, args: object = {}): Promise<string[]> {
  const { body } = await system.query(
    `query ($filter: ${filterTypes[name]}, $orderBy: TargetOrder) { list: ${name}(filter: $filter, orderBy: $orderBy, first: 500) { nodes { id } } }`,
    args,
  );
  return (body.data.list.nodes as { id: string }[]).map(({ id }) => id);
}

describe('a file', () => {
  it.each<[Name, number]>([
    ['targets', 270],
    ['results', 111],
  ])('of all %s has the %i of the graph, in order, whether in one page or in many', async (name, count) => {
    const ids = await idsOf(name);

    const [inOne, inMany] = [await download(urlOf(name)), await download(urlOf(name, {}, shortPages.url))];

    expect(inOne.rows.map((row) => row['编号'])).toEqual(ids);
    expect(ids).toHaveLength(count);
    expect(inMany.text).toBe(inOne.text);
  });

  it.each<[Name, object]>([
    ['targets', { orderBy: { field: 'VALUE', direction: 'DESC' } }],
    ['targets', { filter: { departments: ['safety', 'livelihood'], kinds: ['FIGURE'] } }],
    ['targets', { filter: { place: 'place:彭浦镇' }, orderBy: { field: 'TITLE' } }],
    ['targets', { filter: { chapters: [] } }],
    ['targets', { filter: null, orderBy: null }],
    ['results', { filter: { cumulative: true }, orderBy: { field: 'TITLE', direction: 'DESC' } }],
  ])('of %s under %j has what the graph lists under it', async (name, args) => {
    const { rows } = await download(urlOf(name, args, shortPages.url));

    expect(rows.map((row) => row['编号'])).toEqual(await idsOf(name, args));
  });

  it('is named, is UTF-8 with a byte order mark, and is kept by no cache', async () => {
    const { text, header, headers } = await download(urlOf('targets'));

    expect(text.startsWith('\uFEFF编号,名称,类别,数值,单位,数量原文,语气,')).toBe(true);
    expect(header.at(-1)).toBe('出处');
    expect(text.endsWith('\r\n')).toBe(true);
    expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(headers.get('content-disposition')).toBe('attachment; filename="jingan-plan-targets.csv"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.has('x-missing-departments')).toBe(false);
  });

  it('is announced to HEAD, which asks for no rows beyond the first page', async () => {
    const before = shortPages.fetches.length;

    const response = await fetch(urlOf('targets', {}, shortPages.url), { method: 'HEAD' });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain('targets.csv');
    expect(shortPages.fetches.length - before).toBeLessThan(25);
  });
});

describe('a row', () => {
  it('of a target has its figure, whose it is, 2022 beside it, and its sources', async () => {
    const { text } = await download(urlOf('targets', { filter: { text: '一般公共预算' } }));

    expect(text.split('\r\n')[1]).toBe(
      'economy:1.2,区级一般公共预算收入,FIGURE,3,%,同比增长3%,EXACTLY,GROWTH,实现全年区级一般公共预算收入同比增长3%,' +
        '2023,economy,经济,1,推动区域经济稳定增长,1,"着力实现经济运行整体好转,全力推动高质量发展",,' +
        'economy:2022.1.1,279.42,亿元,279.42 亿元,0.34,2.66,个百分点,,ABOVE,' +
        'UNREPORTED,,,,,0,2023-02-27T00:00:00.000Z,' +
        '"《2023年区政府重点工作安排》第1项：实现全年区级一般公共预算收入同比增长3%。\n' +
        '《政府工作报告》第二部分引言第2段：区级一般公共预算收入增长3%"',
    );
  });

  it('of a result has its figure, and the targets on the same indicator', async () => {
    const { text } = await download(urlOf('results', { filter: { text: '新增就业岗位' } }));

    expect(text.split('\r\n')[1]).toBe(
      'livelihood:2022.4.10,新增就业岗位,28592,个,28592 个,EXACTLY,AMOUNT,,false,全年新增就业岗位 28592 个,' +
        '2022,livelihood,民生,,livelihood:20.1,新增就业岗位,《政府工作报告》第一部分（四）第2段：' +
        '全年新增就业岗位 28592 个，帮助长期失业青年就业 746 人，帮扶引领创业 988 人',
    );
  });

  it('is text to a spreadsheet where it begins like a formula; a number stays one', async () => {
    const notes = ['=1+1', '+1', '-1+A1', '@SUM(A1)', '＝1', '他说“"是"”，\r\n好'];
    const { nodes } = (
      await system.query('{ list: targets(filter: {departments: ["safety"]}, first: 6) { nodes { id } } }')
    ).body.data.list as { nodes: { id: string }[] };
    for (const [at, note] of notes.entries()) {
      const input = { targetId: nodes[at]?.id, note, expectedRevision: 0 };
      await system.query(
        'mutation ($input: ReportProgressInput!) { reportSafetyProgress(input: $input) { id } }',
        { input },
      );
    }

    const { rows, text } = await download(urlOf('targets'));

    const shown = nodes.map(({ id }) => rows.find((row) => row['编号'] === id)?.['填报说明']);
    expect(shown).toEqual(notes.map((note) => (note.startsWith('他') ? note : `'${note}`)));
    expect(text).toContain('"他说“""是""”，\r\n好"');
    expect(rows.filter((row) => /^-[\d.]+$/.test(row['变化'] ?? '')).length).toBeGreaterThan(0);
  });
});
