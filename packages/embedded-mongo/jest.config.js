/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  testTimeout: 20_000,
  // Two processes even on one core: LMDB prints failed commits to the console of the file that loaded it first in a process,
  // and jest ends with 1 when its own process prints after that file's end.
  maxWorkers: 2,
};
