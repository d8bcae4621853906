import { openDatabase } from './open-database';

/*
 * The durability tests run this as a process of its own, to be killed. It opens a database, does the work that its second
 * argument names, and prints every acknowledged write.
 */

async function main(): Promise<void> {
  const [dataDir = '', work = '', database = 'test'] = process.argv.slice(2);
  const store = await openDatabase(dataDir, database);
  const items = store.db.collection<{ _id: number; group: number }>('items');
  if (work === 'build') {
    console.log('building');
    await items.createIndex({ group: 1, _id: 1 });
    await items.createIndex({ group: -1 });
  }
  if (work !== 'hold' && work !== 'build') await items.createIndex({ group: 1, _id: 1 });
  console.log('ready');
  if (work === 'one by one') {
    for (let i = 0; ; i++) {
      await items.insertOne({ _id: i, group: i % 7 });
      console.log(`stored ${i}`);
    }
  }
  if (work === 'in bulk') {
    for (let from = 0; ; from += 5_000) {
      const documents = Array.from({ length: 5_000 }, (_, i) => ({ _id: from + i, group: i % 7 }));
      await items.insertMany(documents, { ordered: false });
      console.log(`stored ${from + documents.length}`);
    }
  }
}

main().catch((error: unknown) => {
  console.log(`failed ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
