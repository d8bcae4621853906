import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { temporaryDirectory } from './testing/temporary-store';

const running: ChildProcess[] = [];
afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

function start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const command = [require.resolve('tsx/cli'), join(__dirname, 'main.ts'), ...args];
  const child = spawn(process.execPath, command, { env: { ...process.env, ...env } });
  running.push(child);
  return child;
}

/** The output up to a match. The stream stays open, as the child would fail to write to a closed one. */
function outputOf(stream: NodeJS.ReadableStream | null, until: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream?.on('data', (chunk: Buffer) => {
      text += String(chunk);
      if (until.test(text)) resolve(text);
    });
    stream?.on('end', () => resolve(text));
  });
}

describe('the server alone', () => {
  test('serves the data directory at PORT until it is stopped', async () => {
    const dataDir = temporaryDirectory();
    const child = start([], { PORT: '0', DATA_DIR: dataDir });
    const output = await outputOf(child.stdout, /Data: .*\n/);
    const uri = /mongodb:\S+/.exec(output)?.[0] ?? '';
    const client = await new MongoClient(uri).connect();
    await client.db('shop').collection('orders').insertOne({ total: 5 });
    expect(await client.db('shop').collection('orders').countDocuments()).toBe(1);
    await client.close();

    child.kill('SIGTERM');
    expect((await once(child, 'exit')) as unknown[]).toEqual([0, null]);
    expect(output).toContain(`Data: ${dataDir}`);
  }, 60_000);

  test.each([
    [['--port', 'x'], {}, '--port must be a port number from 0 to 65535, but got: x'],
    [[], { PORT: '70000' }, 'PORT must be a port number from 0 to 65535, but got: 70000'],
  ])(
    'names a port that is none: %j %j',
    async (args, env, message) => {
      const child = start(args, { PORT: '', DATA_DIR: temporaryDirectory(), ...env });
      const exit = once(child, 'exit');
      expect(await outputOf(child.stderr, /got/)).toContain(message);
      expect((await exit)[0]).toBe(1);
    },
    60_000,
  );
});
