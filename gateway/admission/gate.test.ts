import { Gate } from './gate';

const never = new AbortController().signal;
const options = { atOnce: 2, queued: 2, longestWait: 60_000 };
/** Lets everything run that is due. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Enters one after the other; says who is inside. */
function enterAll(gate: Gate, names: readonly string[], signal = never) {
  const inside: string[] = [];
  const entering = names.map((name) =>
    gate.enter(signal).then((leave) => {
      inside.push(name);
      return leave;
    }),
  );
  entering.forEach((each) => void each.catch(() => undefined));
  return { inside, entering };
}

it('lets in as many as it may at once, and the others in order of arrival as places come free', async () => {
  const { inside, entering } = enterAll(new Gate(options), ['a', 'b', 'c', 'd']);
  await turn();
  expect(inside).toEqual(['a', 'b']);

  (await entering[1])?.();
  await turn();
  expect(inside).toEqual(['a', 'b', 'c']);

  (await entering[0])?.();
  await turn();
  expect(inside).toEqual(['a', 'b', 'c', 'd']);
});

it('refuses who comes when the queue is full', async () => {
  const gate = new Gate(options);
  enterAll(gate, ['a', 'b', 'c']);
  expect(gate.isFull).toBe(false);

  enterAll(gate, ['d']);

  expect(gate.isFull).toBe(true);
  await expect(gate.enter(never)).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } });
});

it('refuses who has waited for too long, and gives the place to none of them', async () => {
  const gate = new Gate({ ...options, longestWait: 20 });
  const { inside, entering } = enterAll(gate, ['a', 'b', 'c']);

  await expect(entering[2]).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } });
  (await entering[0])?.();
  const next = await gate.enter(never);

  expect(inside).toEqual(['a', 'b']);
  next();
});

it('drops who leaves the queue, and lets in the one behind', async () => {
  const gate = new Gate(options);
  const client = new AbortController();
  const { entering } = enterAll(gate, ['a', 'b']);
  const left = enterAll(gate, ['c'], client.signal);
  const { inside } = enterAll(gate, ['d']);

  client.abort(new Error('left'));
  await expect(left.entering[0]).rejects.toThrow('left');
  (await entering[0])?.();
  await turn();

  expect(inside).toEqual(['d']);
  expect(left.inside).toEqual([]);
});

it('lets nobody in who has left already', async () => {
  await expect(new Gate(options).enter(AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
});

it('with no queue refuses at once', async () => {
  const gate = new Gate({ atOnce: 1, queued: 0, longestWait: 60_000 });
  const leave = await gate.enter(never);

  await expect(gate.enter(never)).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } });
  leave();

  await expect(gate.enter(never)).resolves.toBeInstanceOf(Function);
});
