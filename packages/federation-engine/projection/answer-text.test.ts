import type { FormattedExecutionResult } from 'graphql';
import { AnswerText, stringifyAnswer } from './answer-text';

/** Data as the engine gives them to a server. */
const data = (text: string) => new AnswerText(text) as unknown as FormattedExecutionResult['data'];

describe('an answer as text', () => {
  it.each<[string, FormattedExecutionResult, string]>([
    ['has its data as they were written', { data: data('{"b":1,"a":2}') }, '{"data":{"b":1,"a":2}}'],
    [
      'has what stands beside its data',
      { data: data('{}'), errors: [{ message: 'no' }], extensions: { cost: 1 } },
      '{"data":{},"errors":[{"message":"no"}],"extensions":{"cost":1}}',
    ],
    ['may have no data', { errors: [{ message: 'no' }] }, '{"errors":[{"message":"no"}]}'],
    ['may have data of another engine', { data: { a: 1 } }, '{"data":{"a":1}}'],
  ])('%s', (_, result, text) => {
    expect(stringifyAnswer(result).trim()).toBe(text);
  });

  it('is an object for whoever reads it as JSON', () => {
    expect(JSON.parse(JSON.stringify({ data: data('{"__proto__":1,"a":[2]}') }))).toEqual(
      JSON.parse('{"data":{"__proto__":1,"a":[2]}}'),
    );
  });
});
