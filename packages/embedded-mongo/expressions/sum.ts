import { Decimal128, Double } from 'bson';
import { addDecimals, exactDecimalOfDouble } from '../values/decimals';
import {
  integerOf, numericType, quotientOf, toBigInt, toDecimal, toDouble, widerType, type NumericType,
} from '../values/numbers'; // prettier-ignore

/**
 * Adds numbers of all types as MongoDB does: integers exactly, doubles with the rounding errors kept apart, decimals in
 * 34 digits. The sum has the widest type that was added, and a wider one where it does not fit: int, long, double.
 */
export class Sum {
  #type: NumericType = 'int';
  #integers = 0n;
  #doubles = 0;
  /** The rounding errors of the doubles' sum (Knuth, The Art of Computer Programming 4.2.2, theorem B). */
  #errors = 0;
  #decimals = Decimal128.fromString('0');

  add(value: unknown): void {
    const type = numericType(value) ?? 'int';
    this.#type = widerType(this.#type, type);
    if (type === 'double') this.#addDouble(toDouble(value));
    else if (type === 'decimal') this.#decimals = addDecimals(this.#decimals, toDecimal(value));
    else this.#integers += toBigInt(value) ?? 0n;
  }

  total(): unknown {
    if (this.#type === 'decimal') return this.#totalDecimal();
    if (this.#type === 'double') return new Double(this.#totalDouble());
    return integerOf(this.#integers, this.#type);
  }

  /** The sum divided by a count above 0: a double, or a decimal where one was added. */
  mean(count: number): Decimal128 | Double {
    return quotientOf(
      this.#type === 'decimal' ? this.#totalDecimal() : new Double(this.#totalDouble()),
      count,
    );
  }

  #addDouble(value: number): void {
    const sum = this.#doubles + value;
    const part = sum - this.#doubles;
    const error = this.#doubles - (sum - part) + (value - part);
    this.#doubles = sum;
    // An infinity has no error.
    if (!Number.isNaN(error)) this.#errors += error;
  }

  #totalDouble(): number {
    const near = Number(this.#integers);
    const rest = Number(this.#integers - BigInt(near));
    const sum = this.#doubles + near;
    if (!Number.isFinite(sum)) return sum;
    const part = sum - this.#doubles;
    return sum + (this.#doubles - (sum - part) + (near - part) + rest + this.#errors);
  }

  #totalDecimal(): Decimal128 {
    const parts = [
      exactDecimalOfDouble(this.#doubles),
      exactDecimalOfDouble(this.#errors),
      Decimal128.fromString(this.#integers.toString()),
    ];
    return parts.reduce(addDecimals, this.#decimals);
  }
}
