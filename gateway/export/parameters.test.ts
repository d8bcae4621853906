import { readParameters } from './parameters';

const url = (query: string) => `/export/targets.csv?${query}`;

it.each<[string, object]>([
  ['', {}],
  ['filter={"chapters":[5]}', { filter: { chapters: [5] } }],
  ['filter=%7B%22text%22%3A%22%E9%A6%96%E5%BA%97%22%7D', { filter: { text: '首店' } }],
  ['orderBy={"field":"VALUE"}&filter=null', { orderBy: { field: 'VALUE' }, filter: null }],
])('%s is read', (query, parameters) => {
  expect(readParameters(url(query))).toEqual(parameters);
});

it.each<[string, string, string]>([
  ['first=5', 'first', 'Parameters must be among filter, orderBy, but got: first.'],
  ['filter=1&filter=2', 'filter', 'filter must be given once, but is there twice.'],
  ['orderBy={field:VALUE}', 'orderBy', 'orderBy must be JSON, but got: {field:VALUE}'],
  ['filter=', 'filter', 'filter must be JSON, but got: '],
])('%s is refused by the name of the parameter', (query, argument, message) => {
  const error = { message, extensions: { code: 'BAD_USER_INPUT', argument } };
  const errors = [expect.objectContaining(error)];

  expect(() => readParameters(url(query))).toThrow(expect.objectContaining({ errors, status: 400 }));
});
