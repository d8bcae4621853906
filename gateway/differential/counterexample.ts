import type { Difference } from './judge';
import type { Operation } from './oracle';
import type { Transport } from './system';

/** A failure as text: the query for GraphiQL, the system's answer, the right answer. */
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
    `right:    ${brief(difference.right)}`,
    `answered: ${brief(difference.answered)}`,
  ].join('\n');
}

const longest = 600;

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
