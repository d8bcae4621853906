import { departmentCodes } from '../../schema/departments';
import { startTestSystem, type TestSystem } from '../testing/test-system';

let system: TestSystem;
beforeAll(async () => {
  // Nothing here gets as far as the departments.
  const nowhere = departmentCodes.map((code) => [`${code.toUpperCase()}_URL`, 'http://127.0.0.1:1/graphql']);
  system = await startTestSystem({ env: Object.fromEntries(nowhere) as Record<string, string> });
}, 60_000);
afterAll(() => system.close());

describe('what is no request for a file', () => {
  it.each([
    ['filter={"kinds"', 'filter', 'filter must be JSON, but got: {"kinds"'],
    ['orderBy=', 'orderBy', 'orderBy must be JSON, but got: '],
    ['filter={}&filter={}', 'filter', 'filter must be given once, but is there twice.'],
    ['first=10', 'first', 'Parameters must be among filter, orderBy, but got: first.'],
    ['filter={"chapters":[8]}', 'filter.chapters', 'filter.chapters must be from 0 to 7, but got: 8.'],
    ['filter={"kinds":["WISH"]}', 'filter.kinds', /"WISH" does not exist in "TargetKind"/],
    ['filter={"wish":1}', 'filter', /"wish" is not defined by type "TargetFilter"/],
    ['filter=3', 'filter', /Expected type "TargetFilter" to be an object/],
    ['orderBy={"field":"LUCK"}', 'orderBy.field', /"LUCK" does not exist in "TargetOrderField"/],
    ['orderBy={}', 'orderBy', /"field" of required type "TargetOrderField!" was not provided/],
  ])('?%s is refused, and %s named', async (query, argument, message) => {
    const response = await fetch(`${system.url}/export/targets.csv?${query}`);

    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.has('content-disposition')).toBe(false);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: typeof message === 'string' ? message : expect.stringMatching(message),
          extensions: { code: 'BAD_USER_INPUT', argument },
        },
      ],
    });
  });

  it('another method than GET is refused', async () => {
    const response = await fetch(`${system.url}/export/results.csv`, { method: 'POST' });

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errors: [{ message: 'The method must be GET, but got: POST.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});
