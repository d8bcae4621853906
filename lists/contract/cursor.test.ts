import { decodeCursor, encodeCursor } from './cursor';

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

it.each([
  [{ order: 'PLAN', key: '2023-002-economy:00000002.00000001\u0001economy:2.1' }],
  [{ order: 'TITLE', key: 'xin1 zeng1\u0001economy:2.1' }],
  [{ order: 'UPDATED', key: 'k', asOf: '2023-06-30T10:00:00.000Z' }],
  [{ order: 'SCORE', key: '' }],
])('of %j, a cursor is opaque and comes back whole', (cursor) => {
  const text = encodeCursor(cursor);

  expect(text).toMatch(/^[\w-]+$/);
  expect(decodeCursor('after', text, cursor.order)).toEqual(cursor);
});

it.each([
  ['nothing', ''],
  ['no base64', '***'],
  ['no JSON', Buffer.from('PLAN:k').toString('base64url')],
  ['no list', base64({ order: 'PLAN', key: 'k' })],
  ['no key', base64(['PLAN'])],
  ['a key that is no text', base64(['PLAN', { $gt: '' }])],
  ['an order that is no text', base64([1, 'k'])],
  ['a key of more than 1200 bytes', base64(['PLAN', '长'.repeat(401)])],
  ['an instant that is none', base64(['UPDATED', 'k', 'soon'])],
  ['an instant that is no text', base64(['UPDATED', 'k', 1])],
])('a cursor that holds %s is refused', (_, text) => {
  const decode = () => decodeCursor('before', text, 'PLAN');

  expect(decode).toThrow(`before must be a cursor from an earlier page, but got: ${text.slice(0, 80)}`);
  expect(decode).toThrow(
    expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument: 'before' } }),
  );
});

it('a cursor of another order is refused', () => {
  const text = encodeCursor({ order: 'TITLE', key: 'k' });

  expect(() => decodeCursor('after', text, 'PLAN')).toThrow(
    'after must be a cursor of the order PLAN, but it is one of TITLE.',
  );
});
