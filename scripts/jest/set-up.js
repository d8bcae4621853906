const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Gives the run a directory in which its workers share seeded databases (subgraphs/testing/seeded-databases.ts). */
module.exports = async () => {
  process.env.SEEDED_DATABASES_DIR = mkdtempSync(join(tmpdir(), 'seeded-'));
};
