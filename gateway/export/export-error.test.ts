import { badRequest, graphError, unavailable } from './export-error';

it.each<[string, string, object, unknown]>([
  ['an argument that the list names', 'No.', { argument: 'filter.place' }, 'filter.place'],
  [
    'a part of a variable',
    'Variable "$filter" got invalid value "X" at "filter.kinds[0]"; Value "X" does not exist.',
    {},
    'filter.kinds',
  ],
  [
    'a whole variable',
    'Variable "$orderBy" got invalid value 1; Expected type "TargetOrder" to be an object.',
    {},
    'orderBy',
  ],
  ['no argument', 'Internal server error.', {}, undefined],
])('an error of the graph is about %s', (_, message, extensions, argument) => {
  const { errors } = graphError([
    { message, path: ['list'], extensions: { code: 'X', serviceName: 's', ...extensions } },
  ]);

  expect(errors).toEqual([{ message, extensions: { code: 'X', argument, department: undefined } }]);
});

it.each([
  [badRequest('No.'), 400],
  [unavailable(['economy']), 503],
  [graphError([{ message: 'No.', extensions: { code: 'BAD_USER_INPUT' } }]), 400],
  [graphError([{ message: 'No.', extensions: { code: 'SCHEMA_MISMATCH' } }]), 503],
  [graphError([{ message: 'No.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]), 500],
  [graphError([{ message: 'No.' }]), 500],
])('%s has the status %i', (error, status) => {
  expect(error.status).toBe(status);
});
