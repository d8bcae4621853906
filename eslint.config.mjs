import { createRequire } from 'node:module';
import tseslint from 'typescript-eslint';

const departments = createRequire(import.meta.url)('./schema/departments.json');

/** Which folders may reach which: a newcomer finds the same few doors everywhere. */
const boundary = (files, group, message) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.suite.ts', '**/testing/**'],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
});

const outsideOfLists = ['**/subgraphs/**', '**/gateway/**', '**/console/**', 'embedded-mongo'];
/** A list request goes from ask to answer to merge over the wire alone: the three share nothing but the contract. */
const roomsOfLists = {
  contract: ['ask', 'answer', 'merge'],
  ask: ['answer', 'merge'],
  answer: ['ask', 'merge'],
  merge: ['ask', 'answer'],
};

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.data/',
      '**/dist/',
      'console/page/',
      '**/*.generated.ts',
      '**/*.js',
      '**/*.mjs',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Tests look into answers by name; what is not there fails them.
    files: ['**/*.test.ts', '**/*.suite.ts', '**/testing/**'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  boundary(
    departments.map(({ code }) => `subgraphs/${code}/**`),
    ['../*', '!../kit'],
    'A department imports itself, ../kit and npm.',
  ),
  boundary(
    ['packages/**'],
    ['**/subgraphs/**', '**/gateway/**', '**/schema/**', '**/lists/**', '**/seeds/**'],
    'A package imports nothing of the project.',
  ),
  ...Object.entries(roomsOfLists).map(([room, others]) =>
    boundary(
      [`lists/${room}/**`],
      [...outsideOfLists, ...others.map((other) => `**/${other}/**`)],
      `Of lists, ${room} imports ${room === 'contract' ? 'itself' : 'itself and contract'} alone; of the project, the schema and the seeds’ format.`,
    ),
  ),
  boundary(
    ['gateway/**'],
    ['**/subgraphs/kit/*', ...departments.map(({ code }) => `**/subgraphs/${code}/**`), '**/lists/**'],
    'The gateway imports the schema, the kit’s public face and the registry.',
  ),
);
