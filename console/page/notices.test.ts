import { readNotices } from './notices';

describe('readNotices', () => {
  it('names the departments that are absent, each once, wherever the answer says so', () => {
    const missing = [{ name: '安全' }];
    const data = {
      chapters: [{ targets: { missing } }, { targets: { missing: [...missing, { code: 'economy' }] } }],
    };

    expect(readNotices({ data })).toEqual([
      {
        kind: 'missing',
        text: '未能作答的部门：安全、economy。所示不含其内容。 Shown without these departments.',
      },
    ]);
  });

  it('says what a code means, with the message and the place', () => {
    const error = {
      message: 'first must be positive',
      path: ['targets', 0],
      extensions: { code: 'BAD_USER_INPUT' },
    };

    expect(readNotices({ errors: [error] })).toEqual([
      { kind: 'error', text: '参数有误：first must be positive（targets.0）' },
    ]);
  });

  it('says the same thing once', () => {
    const error = { message: 'down' };

    expect(readNotices({ errors: [error, error] })).toEqual([{ kind: 'error', text: 'down' }]);
  });

  it('has nothing to say about a complete answer', () => {
    expect(readNotices({ data: { targets: { missing: [], nodes: [] } } })).toEqual([]);
  });
});
