import { departmentCodes } from '../schema/departments';

/** A list with at least one element. */
export type Some<T> = readonly [T, ...T[]];

const numbersTo = (last: number): Some<number> => [1, ...Array.from({ length: last - 1 }, (_, at) => at + 2)];

export const chapterNumbers = numbersTo(7);
export const itemNumbers = numbersTo(34);
const [firstCode = '', ...otherCodes] = departmentCodes;
export const departmentCodesOfAll: Some<string> = [firstCode, ...otherCodes];
