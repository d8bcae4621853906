import { toCsv, toCsvLine } from './csv';

const body = (cell: string | number | boolean | null) => toCsv(['a'], [[cell]]).split('\r\n')[1];

describe('toCsv', () => {
  it('begins with a byte order mark and ends every line with CRLF', () => {
    expect(toCsv(['名称', '数值'], [['甲', 1.5]])).toBe('\uFEFF名称,数值\r\n甲,1.5\r\n');
  });

  it.each([
    ['a comma', '甲,乙', '"甲,乙"'],
    ['a quote', '“甲”"乙"', '"“甲”""乙"""'],
    ['a line feed', '甲\n乙', '"甲\n乙"'],
    ['a space at the end', '甲 ', '"甲 "'],
    ['nothing special', '甲；乙', '甲；乙'],
  ])('quotes what RFC 4180 asks for: %s', (_, cell, field) => {
    expect(toCsv(['a'], [[cell]])).toBe(`\uFEFFa\r\n${field}\r\n`);
  });

  it.each(['=1+1', '+1', '-1+cmd', '@SUM(A1)', ' =1', '＝1', '\t=1'])(
    'disarms what a spreadsheet would run: %j',
    (cell) => {
      expect(body(cell)).toContain(`'${cell}`);
    },
  );

  it('leaves numbers alone, also negative ones, and writes null as nothing', () => {
    expect([body(-5), body(null), body(true), body(0)]).toEqual(['-5', '', 'true', '0']);
  });
});

it.each<[readonly (string | number | null)[], string]>([
  [[], '\r\n'],
  [['甲'], '甲\r\n'],
  [['甲', 1.5, null], '甲,1.5,\r\n'],
  [['甲,乙', '=1'], '"甲,乙",\'=1\r\n'],
])('the line of %j has no byte order mark and ends with CRLF', (cells, line) => {
  expect(toCsvLine(cells)).toBe(line);
});
