// As in the image. Without it graphql-js looks at each `instanceof` for a second copy of itself, which is half of the time
// that argument-bounds.test.ts takes.
process.env.NODE_ENV = 'production';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.data/', '/dist/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  testSequencer: '<rootDir>/scripts/jest/sequencer.js',
  globalSetup: '<rootDir>/scripts/jest/set-up.js',
  globalTeardown: '<rootDir>/scripts/jest/tear-down.js',
  // The longest tests take seconds, and ten times as long on a busy machine.
  testTimeout: 60_000,
  // By default jest leaves one core unused, which on two is half the machine.
  maxWorkers: '100%',
};
