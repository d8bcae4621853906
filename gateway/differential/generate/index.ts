import type { Arbitrary } from 'fast-check';
import type { Operation, Oracle } from '../oracle';
import { operationsOn } from './selections';
import { vocabularyOf } from './vocabulary';
import { writeOperation } from './write';

export { fieldsOf } from './schema-fields';
export { tidyDocument } from './tidy';
export { searchTexts } from './vocabulary';

/** Operations that are valid on the client's schema, with values that mostly are in the seeds and sometimes are not. */
export function validOperations({ schema, data }: Oracle): Arbitrary<Operation> {
  return operationsOn(schema, vocabularyOf(data)).map((tree) => writeOperation(schema, tree));
}
