import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { parseExample, readExamples } from './examples';

const schema = buildSchema(readFileSync(join(__dirname, '../schema/api.graphql'), 'utf8'));
const CHINESE = /\p{Script=Han}/u;

describe('the examples', () => {
  it('are enough to begin with, each with its own name, a title and a description in Chinese', async () => {
    const examples = await readExamples();

    expect(examples.length).toBeGreaterThanOrEqual(10);
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
    expect(new Set(examples.map(({ operationName }) => operationName)).size).toBe(examples.length);
    for (const { title, description } of examples) {
      expect(title).toMatch(CHINESE);
      expect(description).toMatch(CHINESE);
    }
  });

  it('are valid against the public schema', async () => {
    for (const { id, query } of await readExamples()) {
      expect([id, validate(schema, parse(query))]).toEqual([id, []]);
    }
  });

  it('bring variables that their operations accept', async () => {
    for (const { id, query, variables } of await readExamples()) {
      const [operation] = parse(query).definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION)
        throw new Error(`${id} must begin with its operation.`);
      const given = JSON.parse(variables || '{}') as Record<string, unknown>;

      const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);

      expect([id, errors]).toEqual([id, undefined]);
    }
  });

  it('mark those that write', async () => {
    const examples = await readExamples();

    expect(examples.filter(({ writes }) => writes).map(({ id }) => id)).toEqual(['report-progress']);
  });
});

describe('an example file', () => {
  it('gives title, description and English title from its leading comments', () => {
    const example = parseExample(
      '07-name',
      '# 标题\n# 说明\n# English\nquery Q { a }\n# 标题以外',
      '{"a": 1}',
    );

    expect(example).toMatchObject({ id: 'name', title: '标题', description: '说明', english: 'English' });
    expect(example).toMatchObject({ operationName: 'Q', variables: '{"a": 1}', writes: false });
  });

  it.each([
    ['no description', '# 标题\nquery Q { a }', 'must begin with two comment lines'],
    ['no operation name', '# 标题\n# 说明\n{ a }', 'must hold exactly one named operation'],
    ['two operations', '# 标题\n# 说明\nquery A { a } query B { b }', 'but got: 2'],
  ])('is refused with %s', (_, source, message) => {
    expect(() => parseExample('x', source)).toThrow(message);
  });
});
