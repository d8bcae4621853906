import { buildSchema } from 'graphql';
import type { SourceResponse } from '../sources/failure';
import { refusalsIn, refusedLiterals } from './refusal';

const invalid = { message: 'No field x.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } };
const plain = { message: 'No field x.' };

it.each<[string, SourceResponse, boolean]>([
  ['errors of validation', { errors: [invalid] }, true],
  ['one error of validation among others', { errors: [plain, invalid] }, true],
  ['errors without code and path, with status 400', { errors: [plain], status: 400 }, true],
  ['the same with status 200', { errors: [plain], status: 200 }, false],
  ['an error at a path, with status 400', { errors: [{ ...plain, path: ['x'] }], status: 400 }, false],
  [
    'an error with another code, with status 400',
    { errors: [{ ...plain, extensions: { code: 'CONFLICT' } }], status: 400 },
    false,
  ],
  ['data beside the errors', { data: { a: 1 }, errors: [invalid] }, false],
  ['no errors', { data: null, status: 400 }, false],
  ['errors that are no objects', { errors: ['no' as never], status: 400 }, false],
])('an answer with %s is a refusal or not', (_, response, isRefusal) => {
  expect(refusalsIn(response)).toEqual(isRefusal ? response.errors : undefined);
});

const schema = buildSchema('scalar Date type Query { on(day: Date, number: Int): Int }');
const at = (column: number) => [{ line: 1, column }];

it.each<[string, string, object[], string[] | undefined]>([
  [
    'at a literal of an own scalar',
    '{ on(day: "x") }',
    [{ message: 'No date.', locations: at(11) }],
    ['No date.'],
  ],
  ['without a place', '{ on(day: "x") }', [{ message: 'No date.' }], ['No date.']],
  ['without a place, where there is no such literal', '{ on(number: 1) }', [{ message: 'No.' }], undefined],
  [
    'at a literal of a built-in scalar',
    '{ on(number: 1) }',
    [{ message: 'No.', locations: at(14) }],
    undefined,
  ],
  ['at a field', '{ on(day: "x") }', [{ message: 'No field on.', locations: at(3) }], undefined],
  [
    'at a literal and at a field',
    '{ on(day: "x") }',
    [
      { message: 'No date.', locations: at(11) },
      { message: 'No field on.', locations: at(3) },
    ],
    undefined,
  ],
  ['that is no text', '{ on(day: "x") }', [{ message: 7, locations: at(11) }], undefined],
])('an error %s is the client’s or not', (_, query, errors, messages) => {
  const expected = messages?.map((message) => ({ message, extensions: { code: 'BAD_USER_INPUT' } }));

  expect(refusedLiterals(schema, query, errors as never)).toEqual(expected);
});
