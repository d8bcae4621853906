import type { Difference } from './judge';
import type { Operation } from './oracle';
import type { Transport } from './system';

/** A failure as text: what to paste into GraphiQL, what came back, what is right. */
export function showCounterexample(
  transport: Transport,
  operation: Operation,
  difference: Difference,
): string {
  const { query, variables, operationName } = operation;
  return [
    `${transport}: another answer at ${difference.at}`,
    query,
    ...(variables ? [`variables: ${JSON.stringify(variables)}`] : []),
    ...(operationName ? [`operationName: ${operationName}`] : []),
    `right:    ${JSON.stringify(difference.right)}`,
    `answered: ${JSON.stringify(difference.answered)}`,
  ].join('\n');
}
