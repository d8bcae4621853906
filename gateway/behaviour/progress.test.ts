import { startTestSystem, type TestSystem } from '../testing/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ env: { SAFETY_WRITE_TOKEN: 'of-safety' } });
}, 60_000);
afterAll(() => system.close());

const report = (input: string, headers?: Record<string, string>) =>
  system.query(
    `mutation { reportEconomyProgress(input: {${input}}) { id status revision progress { value note asOf } progressHistory { value } } }`,
    {},
    headers,
  );

it('a report is what the target says from then on, and history keeps the earlier ones', async () => {
  const first = await report(
    'targetId: "economy:2.1", value: 4200, note: "上半年", asOf: "2023-06-30", expectedRevision: 0',
  );
  expect(first.body).toEqual({
    data: {
      reportEconomyProgress: {
        id: 'economy:2.1',
        status: 'UNDER_WAY',
        revision: 1,
        progress: { value: 4200, note: '上半年', asOf: '2023-06-30' },
        progressHistory: [{ value: 4200 }],
      },
    },
  });

  const second = await report(
    'targetId: "economy:2.1", value: 10000, asOf: "2023-12-31", expectedRevision: 1',
  );
  expect(second.body.data.reportEconomyProgress).toMatchObject({
    status: 'ACHIEVED',
    revision: 2,
    progressHistory: [{ value: 10000 }, { value: 4200 }],
  });

  const { body } = await system.query(
    '{ target(id: "economy:2.1") { status baseline { id } progress { value } } achieved: targets(filter: {status: [ACHIEVED]}) { nodes { id } } last: targets(orderBy: {field: UPDATED, direction: DESC}, first: 1) { nodes { id } } }',
  );
  expect(body.data).toMatchObject({
    target: { status: 'ACHIEVED', progress: { value: 10000 } },
    achieved: { nodes: [{ id: 'economy:2.1' }] },
    last: { nodes: [{ id: 'economy:2.1' }] },
  });
});

it('of two reports on one revision the second is refused, and nothing of it is kept', async () => {
  const answers = await Promise.all(
    [1, 2].map((value) => report(`targetId: "economy:2.2", value: ${value}, expectedRevision: 0`)),
  );
  const refused = answers.filter(({ body }) => body.errors);

  expect(refused).toHaveLength(1);
  expect(refused[0]?.body.errors).toMatchObject([
    {
      path: ['reportEconomyProgress'],
      extensions: { code: 'CONFLICT', argument: 'input.expectedRevision', revision: 1 },
    },
  ]);
  const { body } = await system.query('{ target(id: "economy:2.2") { revision progressHistory { value } } }');
  expect(body.data.target.revision).toBe(1);
  expect(body.data.target.progressHistory).toHaveLength(1);
});

it.each([
  [
    'targetId: "economy:99.1", note: "x", expectedRevision: 0',
    'input.targetId',
    /No target of this department/,
  ],
  [
    'targetId: "safety:29.2", value: 1, expectedRevision: 0',
    'input.targetId',
    /No target of this department/,
  ],
  [
    'targetId: "economy:2.3", expectedRevision: 0',
    'input',
    'A report must have a value or a note, but got neither.',
  ],
  [
    'targetId: "economy:2.8", value: 1, expectedRevision: 0',
    'input.value',
    'economy:2.8 is no figure: its progress must be a note, but got: 1.',
  ],
  [
    'targetId: "economy:2.3", value: 1, asOf: "9999-01-01", expectedRevision: 0',
    'input.asOf',
    /must not describe a day to come/,
  ],
  [
    `targetId: "economy:2.3", note: "${'长'.repeat(2001)}", expectedRevision: 0`,
    'input.note',
    'input.note must have at most 2000 characters, but got: 2001.',
  ],
])('a report that cannot be is named (%#)', async (input, argument, message) => {
  const { body } = await report(input);

  expect(body.errors).toMatchObject([
    {
      message: typeof message === 'string' ? message : expect.stringMatching(message),
      extensions: { code: 'BAD_USER_INPUT', argument },
    },
  ]);
});

it('a date that is none is named', async () => {
  const { body } = await report('targetId: "economy:2.3", value: 1, asOf: "2023-02-30", expectedRevision: 0');

  expect(body.errors?.[0]?.message).toContain(
    'A Date must be a day such as 2023-02-27, but got: "2023-02-30"',
  );
});

it('with a token set, only who presents it may report', async () => {
  const mutation =
    'mutation { reportSafetyProgress(input: {targetId: "safety:29.2", value: 15, expectedRevision: 0}) { revision } }';

  expect((await system.query(mutation)).body.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await system.query(mutation, {}, { authorization: 'Bearer of-economy' })).body.errors).toHaveLength(
    1,
  );
  expect((await system.query(mutation, {}, { authorization: 'Bearer of-safety' })).body).toEqual({
    data: { reportSafetyProgress: { revision: 1 } },
  });
});
