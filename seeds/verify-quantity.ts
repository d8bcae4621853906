import type { Comparator, Measure, SeedQuantity } from './format';
import { checkFields, type Problems } from './verify-reading';
import { numeralsIn } from './verify-text';

const MEASURES: Record<Measure, true> = { AMOUNT: true, GROWTH: true, LEVEL: true };

/** A quantity as the words print it: value, unit, comparator and measure agree with `quantity.text`, which the text holds. */
export function* verifyQuantity(quantity: SeedQuantity, text: string): Problems {
  yield* checkFields(quantity, ['value', 'unit', 'text', 'comparator', 'measure']);
  if (!text.includes(quantity.text)) yield `quantity "${quantity.text}" is not in the text 「${text}」`;
  if (!holdsValue(quantity.text, quantity.value)) {
    yield `quantity "${quantity.text}" does not print the value ${quantity.value}`;
  }
  if (!withoutQualifiers(quantity.text).includes(quantity.unit.replace(/\s/g, '')) || quantity.unit === '') {
    yield `quantity "${quantity.text}" does not print the unit "${quantity.unit}"`;
  }
  const comparator = printedComparator(quantity.text);
  if (quantity.comparator !== comparator) {
    yield `quantity "${quantity.text}" reads ${comparator}, not ${quantity.comparator}`;
  }
  if (!(quantity.measure in MEASURES)) yield `there is no measure "${quantity.measure}"`;
  if (quantity.measure === 'GROWTH' && !quantity.unit.includes('%')) {
    yield `growth must be in %, but is in "${quantity.unit}"`;
  }
}

/** True when the text prints the value in Arabic digits, as a written number (两个 is 2) or as a fraction (四分之一 is 0.25). */
function holdsValue(text: string, value: number): boolean {
  if (numeralsIn(text).some(({ digits }) => Number(digits) === value)) return true;
  const [, denominator, numerator] = /([二三四五六七八九十])分之([一二三四五六七八九])/.exec(text) ?? [];
  if (denominator && numerator) return writtenOut(numerator) / writtenOut(denominator) === value;
  return [...text].some((character) => writtenOut(character) === value);
}

/** 一 … 十 → 1 … 10, 两 → 2; NaN for any other character. */
function writtenOut(character: string): number {
  const index = '一二三四五六七八九十'.indexOf(character === '两' ? '二' : character);
  return index === -1 ? NaN : index + 1;
}

/** `2 万余件` → `2万件`, so that the unit 万件 is found in it. */
export function withoutQualifiers(text: string): string {
  return text.replace(/[\s余多]/g, '');
}

function printedComparator(text: string): Comparator {
  if (/以上|超|不少于|不低于/.test(text)) return 'AT_LEAST';
  return /左右|余|多|近|约/.test(text) ? 'ABOUT' : 'EXACTLY';
}
