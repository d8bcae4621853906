const { rmSync } = require('node:fs');

module.exports = async () => {
  rmSync(process.env.SEEDED_DATABASES_DIR, { recursive: true, force: true });
};
