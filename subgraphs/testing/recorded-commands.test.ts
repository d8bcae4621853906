import { COVERED_SHAPES } from 'embedded-mongo/conformance';
import { assertCovered } from './recorded-commands';

test('A recording is refused when it holds what no case of the conformance suite covers.', () => {
  expect(() => assertCovered({ shapes: ['find', 'find $near'] })).toThrow('does not cover: find $near');
  expect(() => assertCovered({ shapes: COVERED_SHAPES })).not.toThrow();
});
