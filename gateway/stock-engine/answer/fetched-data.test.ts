import { failedMark, FetchedData, unknownMark } from './fetched-data';

type Item = Record<string, unknown> | null;

/** A list at the root, and entities of it fetched as the executor does: merged into the items that were sent. */
function fetchEntities(
  items: readonly Item[],
  sent: readonly number[],
  response: object,
  isOwn = () => true,
) {
  const fetched = new FetchedData();
  fetched.addRoot('plan', { data: { _0: items } });
  const entities = fetched.markEntities(
    'economy',
    sent.map(() => ({ __typename: 'Work' })),
    response,
    isOwn,
  );
  sent.forEach((at, index) => Object.assign(items[at] ?? {}, entities[index]));
  return fetched;
}

const error = (...path: (string | number)[]) => ({ message: 'no', path, extensions: { code: 'FORBIDDEN' } });

describe('fetched data', () => {
  it('place the error of an entity where it is, not where its index in the request is', () => {
    const response = {
      data: { _entities: [{ title: 'a' }, { title: null }] },
      errors: [error('_entities', 1, 'title')],
    };

    const fetched = fetchEntities([null, { id: 1 }, { id: 2 }, { id: 3 }], [1, 3], response);

    expect(fetched.errors()).toMatchObject([
      { message: 'no', path: ['_0', 3, 'title'], extensions: { code: 'FORBIDDEN', serviceName: 'economy' } },
    ]);
  });

  it('mark every entity of a fetch that failed, for one error at the first', () => {
    const fetched = fetchEntities([{ id: 1 }, { id: 2 }, { id: 3 }], [1, 2], {
      errors: [error('_entities', 0)],
    });

    expect(fetched.root._0).toMatchObject([{ id: 1 }, { [failedMark]: true }, { [failedMark]: true }]);
    expect(fetched.errors().map(({ path }) => path)).toEqual([['_0', 1]]);
  });

  it('tell an entity that its owner does not know from one that another subgraph says nothing of', () => {
    const response = { data: { _entities: [null] } };

    expect(fetchEntities([{ id: 1 }], [0], response).root._0).toEqual([{ id: 1, [unknownMark]: true }]);
    expect(fetchEntities([{ id: 1 }], [0], response, () => false).root._0).toEqual([{ id: 1 }]);
  });

  it('keep the paths of errors at the root, and mark a root that failed', () => {
    const fetched = new FetchedData();
    fetched.addRoot('plan', { data: { _0: { id: 1 }, _1: null }, errors: [error('_1', 'id')] });
    fetched.addRoot('economy', { data: null, errors: [error('_2')] });

    expect(fetched.root).toEqual({ _0: { id: 1 }, _1: null, [failedMark]: true });
    expect(fetched.errors().map(({ path }) => path)).toEqual([['_1', 'id'], ['_2']]);
  });
});
