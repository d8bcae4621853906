import { Writable } from 'node:stream';
import { csvStream } from './csv-stream';
import type { Column } from './list-export';
import { pagesFrom, type AskForPage } from './pages';

interface Node {
  readonly text: string | number | null;
}
const columns: readonly Column<Node>[] = [['文', ({ text }) => text]];
const pageOf = (...texts: Node['text'][]) => ({
  nodes: texts.map((text) => ({ text })),
  missing: [],
  pageInfo: { hasNextPage: true, endCursor: 'cursor' },
});

it.each([
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['=1,2', '"\'=1,2"'],
  [-1, '-1'],
  [null, ''],
])('the cell %j is the field %j', async (cell, field) => {
  async function* pages() {
    yield pageOf(cell).nodes;
  }

  expect(await csvStream(columns, pages()).toArray()).toEqual(['\uFEFF文\r\n', `${field}\r\n`]);
});

it('asks for no page while the client has not taken those before', async () => {
  let asked = 0;
  const ask: AskForPage<Node> = async () => {
    asked += 1;
    return pageOf('甲', '乙');
  };
  const pieces = csvStream(columns, pagesFrom(ask, {}, pageOf('始')));
  const slow = new Writable({ highWaterMark: 1, write: () => undefined });

  pieces.pipe(slow);
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(asked).toBe(0);
  pieces.destroy();
});
