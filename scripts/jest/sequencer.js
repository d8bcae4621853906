const Sequencer = require('@jest/test-sequencer').default;

/** The longest test files, longest first: on a fresh clone jest knows no durations, and one that starts last is waited for. */
const longest = [
  'gateway/behaviour/reading.test.ts',
  'gateway/differential/differential.test.ts',
  'gateway/limits/hostile.test.ts',
  'gateway/main.test.ts',
  'gateway/behaviour/degradation.test.ts',
  'subgraphs/kit/seeding/cut-off.test.ts',
  'gateway/behaviour/remote-department.test.ts',
];

const rank = ({ path }) => {
  const at = longest.findIndex((file) => path.endsWith(file));
  return at < 0 ? longest.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
