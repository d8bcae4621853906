import { linearScale } from './scale';

describe('linearScale', () => {
  it.each([
    [
      [10_000, 165, 2],
      [0, 2000, 4000, 6000, 8000, 10_000],
    ],
    [
      [0.3, 0.1],
      [0, 0.1, 0.2, 0.3],
    ],
    [
      [-538, 3608],
      [-1000, 0, 1000, 2000, 3000, 4000],
    ],
    [
      [-3, -1],
      [-3, -2, -1, 0],
    ],
    [
      [7, 3],
      [0, 2, 4, 6, 8],
    ],
  ])('has round ticks that hold %j and zero', (values, ticks) => {
    expect(linearScale(values).ticks).toEqual(ticks);
  });

  it('places the ends at 0 and 1 and everything between in proportion', () => {
    const { position } = linearScale([-1, 3]);

    expect([position(-1), position(0), position(3)]).toEqual([0, 0.25, 1]);
  });

  it.each([[[]], [[0]], [[0, 0]]])('has some length when there is nothing to show: %j', (values) => {
    const { ticks, position } = linearScale(values);

    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(position(0)).toBe(0);
  });
});
