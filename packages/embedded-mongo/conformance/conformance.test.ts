import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BSON, MongoClient, type Db } from 'mongodb';
import { temporaryStore, type TemporaryStore } from '../testing/temporary-store';
import { CASES } from './cases';
import { type CaseContext, type ConformanceCase, type Target } from './conformance-case';
import { INDEXES, TARGETS } from './target-data';
import { COVERED_SHAPES } from './covered-shapes';
import { recordShapes, shapesOf, type ShapeRecording } from './record-shapes';

const serverUri = process.env.MONGODB_URI;
if (!serverUri)
  console.log(
    'MONGODB_URI is not set: the conformance cases run on the embedded store only, not on a MongoDB server.',
  );

async function answer(db: Db, { run }: ConformanceCase): Promise<unknown> {
  await db.dropDatabase();
  const context: CaseContext = {
    db,
    targets: db.collection<Target>('targets'),
    results: db.collection<Target>('results'),
  };
  await context.targets.insertMany([...TARGETS]);
  await context.targets.createIndexes([...INDEXES]);
  await context.results.insertOne({ _id: 'r:1', target: 'e:1' });
  return plain(await run(context));
}

/** Without classes and undefined fields, so that answers of two drivers' objects compare. */
function plain(value: unknown): unknown {
  return (BSON.EJSON.parse(BSON.EJSON.stringify({ value }, { relaxed: true })) as { value: unknown }).value;
}

describe('the embedded store', () => {
  let temporary: TemporaryStore;
  let recording: ShapeRecording;

  beforeAll(async () => {
    temporary = await temporaryStore();
    recording = recordShapes(temporary.client);
  });
  afterAll(() => temporary.close());

  test.each(CASES.map((each) => [each.name, each] as const))(
    'answers as written: %s',
    async (_name, each) => {
      expect(await answer(temporary.db, each)).toEqual(plain(each.expected));
    },
  );

  test('has its covered shapes written down', () => {
    if (process.env.UPDATE_SHAPES) writeShapes(recording.shapes);
    else expect(COVERED_SHAPES).toEqual(recording.shapes);
  });
});

function writeShapes(shapes: readonly string[]): void {
  const comment =
    '/** The shapes that the conformance cases send. Written by `UPDATE_SHAPES=1 npx jest packages/embedded-mongo/conformance`. */';
  const lines = shapes.map((shape) => `  '${shape}',`);
  writeFileSync(
    join(__dirname, 'covered-shapes.ts'),
    [comment, 'export const COVERED_SHAPES: readonly string[] = [', ...lines, '];', ''].join('\n'),
  );
}

function describeServer(uri: string): void {
  describe('a MongoDB server', () => {
    const client = new MongoClient(uri);
    const db = client.db(`conformance_${process.pid}`);
    afterAll(async () => {
      await db.dropDatabase();
      await client.close();
    });

    test.each(CASES.map((each) => [each.name, each] as const))(
      'answers the same: %s',
      async (_name, each) => {
        expect(await answer(db, each)).toEqual(plain(each.expected));
      },
    );
  });
}

if (serverUri) describeServer(serverUri);
else test.skip('a MongoDB server answers the same (MONGODB_URI is not set)', () => undefined);

describe('a recording of commands', () => {
  test('names the command, its fields and its operators', () => {
    expect(shapesOf('find', { find: 'x', filter: { a: { $gt: 1 } }, sort: { a: 1 }, lsid: {} })).toEqual([
      'find',
      'find.filter',
      'find.sort',
      'find $gt',
    ]);
  });
});
