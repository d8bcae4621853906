import { temporaryStore, type TemporaryStore } from 'embedded-mongo/testing';
import { countCommands } from './count-commands';

describe('A count of commands', () => {
  let temporary: TemporaryStore;
  beforeAll(async () => {
    temporary = await temporaryStore();
  });
  afterAll(() => temporary.close());

  test('has those of its client, by name.', async () => {
    const counter = countCommands(temporary.client);
    await temporary.db.collection('types').findOne({});
    await temporary.db.collection('types').countDocuments({});
    expect(counter.counts).toEqual({ find: 1, aggregate: 1 });
    counter.stop();
  });
});
