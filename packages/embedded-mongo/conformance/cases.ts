import { AGGREGATE_CASES } from './cases/aggregate-cases';
import { COLLECTION_CASES } from './cases/collection-cases';
import { ERROR_CASES } from './cases/error-cases';
import { FILTER_CASES } from './cases/filter-cases';
import { FIND_CASES } from './cases/find-cases';
import { LASTING_CASES } from './cases/lasting-cases';
import { WRITE_CASES } from './cases/write-cases';
import { type ConformanceCase } from './conformance-case';

/** Everything that is asked of a database, each case with its answer. */
export const CASES: readonly ConformanceCase[] = [
  ...FILTER_CASES,
  ...FIND_CASES,
  ...AGGREGATE_CASES,
  ...WRITE_CASES,
  ...LASTING_CASES,
  ...COLLECTION_CASES,
  ...ERROR_CASES,
];
