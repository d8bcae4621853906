import { defaultLimits, readLimits } from './limits';

describe('QUERY_LIMITS', () => {
  it.each([
    ['', {}],
    ['rows=50000', { rows: 50_000 }],
    ['rows=50000, depth=20', { rows: 50_000, depth: 20 }],
  ])('%p changes the bounds that it names and no others', (text, changed) => {
    expect(readLimits(text)).toEqual({ ...defaultLimits, ...changed });
  });

  it.each(['row=5', 'rows=0', 'rows=many', 'rows', 'rows=5 depth=4'])('%p is refused by name', (text) => {
    expect(() => readLimits(text)).toThrow(`QUERY_LIMITS must be like rows=50000,depth=20`);
    expect(() => readLimits(text)).toThrow(`but got: ${text}.`);
  });
});
