import { getNamedType, isCompositeType, isInterfaceType, isObjectType } from 'graphql';
import { entityNames, progressMutation } from '../../schema/departments';
import { compareAnswers, judge, type Difference } from './judge';
import { leafQuestions, leavesOf, type LeafQuestion } from './leaf-walk';
import { createOracle, type Oracle } from './oracle';
import { runDifferential } from './run';
import { startJudgedSystem, transports, type JudgedSystem } from './system';

/** Few at a time, so that one failure does not hide those of other seeds. More by hand: `npm run fuzz`. */
const seeds = [20230105, 20230227, 2022, 34];
const runs = 50;

/** A target of each department, which is reported on so that there is progress to ask for. */
const reported = ['economy:1.2', 'construction:6.1', 'livelihood:20.1', 'safety:28.1', 'governance:15.1'];

const questions = leafQuestions(createOracle());
/** The questions once there are reports, which are the same for both transports. */
let afterReports: ReadonlyMap<string, LeafQuestion> | undefined;
const withoutInstance = questions.filter(({ hasInstance }) => !hasInstance).map(({ name }) => name);

it('every type of the schema is asked through every field that leads to it', () => {
  const { schema } = createOracle();
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  const fields = types
    .filter(({ name }) => !name.startsWith('__') && name !== 'Mutation')
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isCompositeType(getNamedType(field.type)))
        .map((field) => `${type.name}.${field.name} → ${getNamedType(field.type).name}`),
    );

  expect(questions.map(({ name }) => name).sort()).toEqual(fields.sort());
  // What the seeds have nothing of, and the reports that the next block makes.
  expect(withoutInstance.filter((name) => !/progress(History)? /.test(name)).sort()).toEqual([
    'EconomyResult.places → Place',
    'GovernanceResult.targets → Target',
    'GovernanceTarget.baseline → Result',
    'GovernanceTarget.change → Change',
    'GovernanceTarget.quantity → Quantity',
    'ResultConnection.missing → Department',
    'SafetyResult.places → Place',
    'SafetyResult.targets → Target',
    'SafetyTarget.baseline → Result',
    'SafetyTarget.change → Change',
    'SearchConnection.missing → Department',
    'TargetConnection.missing → Department',
  ]);
});

describe.each(transports)('%s:', (transport) => {
  let system: JudgedSystem;
  beforeAll(async () => {
    system = await startJudgedSystem(transport);
  }, 120_000);
  afterAll(() => system.close());

  describe('generated operations are answered as by plain graphql-js over the seeds', () => {
    it.each(seeds)(
      'with seed %i',
      async (seed) => {
        const { judged, failure } = await runDifferential(system, { seed, runs, shrinkFor: 10_000 });

        expect(failure).toBeNull();
        expect(judged).toBe(runs);
      },
      120_000,
    );
  });

  describe('every leaf is what the seeds say', () => {
    let oracle: Oracle;
    let asked: ReadonlyMap<string, LeafQuestion>;
    const ofReports = new Map<string, Difference | null>();
    beforeAll(async () => {
      let now = '';
      oracle = createOracle(() => now);
      for (const id of reported) {
        const operation = { query: reportOn(id, oracle) };
        const answer = await system.ask(operation);
        now = reportedAt(answer.data);
        ofReports.set(id, compareAnswers(oracle.answer(operation), answer, system.cursors));
      }
      afterReports ??= new Map(leafQuestions(oracle).map((question) => [question.name, question]));
      asked = afterReports;
    }, 120_000);

    it.each(questions.map(({ name }) => name))('%s', async (name) => {
      const question = asked.get(name);

      expect(question).toBeDefined();
      expect(question && (await judge({ query: question.query }, oracle, system))).toBeNull();
    });

    it.each(reported)('of the report on %s', (id) => {
      expect(ofReports.get(id)).toBeNull();
    });

    it('and there is progress of every department to ask for', () => {
      const lacking = [...asked.values()].filter(({ hasInstance }) => !hasInstance).map(({ name }) => name);

      expect(lacking.filter((name) => name.includes('progress'))).toEqual([]);
    });
  });
});

/** A mutation that asks for every leaf of the target and of its progress. */
function reportOn(id: string, { schema }: Oracle): string {
  const code = id.slice(0, id.indexOf(':'));
  const type = schema.getType(entityNames(code).target);
  const leaves = isObjectType(type) ? leavesOf(schema, type) : '';
  const input = `{ targetId: "${id}", note: "已开工", asOf: "2023-05-01", expectedRevision: 0 }`;
  return `mutation { ${progressMutation(code)}(input: ${input}) { ${leaves} progress { value note asOf reportedAt } } }`;
}

function reportedAt(data: unknown): string {
  const [payload] = Object.values(
    (data ?? {}) as Record<string, { progress?: { reportedAt?: string } } | null>,
  );
  return payload?.progress?.reportedAt ?? '';
}
