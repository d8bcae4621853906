import { loadSeeds } from './load';
import { verifySeeds } from './verify';

const { problems, summary } = verifySeeds(loadSeeds());
for (const problem of problems) console.error(problem);
console.log(summary);
console.log(problems.length === 0 ? 'seeds: no problems' : `seeds: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
