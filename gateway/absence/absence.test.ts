import { Absence } from './absence';

type Step = (absence: Absence) => unknown;

const lose: Step = (absence) => absence.markLost('economy', 'SCHEMA_MISMATCH');
const loseAnew: Step = (absence) => absence.markLost('economy', 'DEPARTMENT_UNAVAILABLE');
const leaveOut: Step = (absence) => absence.markAbsent('economy');
const goOn: Step = (absence) => absence.goOnWithoutLost(new Set(['economy', 'safety']));
const goOnWithEconomy: Step = (absence) => absence.goOnWithoutLost(new Set(['safety']));

it.each<[string, readonly Step[], string | undefined]>([
  ['of which nothing is known may be asked', [], undefined],
  ['that is lost may still be asked', [lose], undefined],
  ['that is left out is unavailable', [leaveOut], 'DEPARTMENT_UNAVAILABLE'],
  ['that was lost fails by the code of its loss', [lose, goOn], 'SCHEMA_MISMATCH'],
  ['that was lost and is left out too fails by the code of its loss', [lose, leaveOut], 'SCHEMA_MISMATCH'],
  ['that was lost twice fails by the first code', [lose, loseAnew, goOn], 'SCHEMA_MISMATCH'],
  ['that is absent keeps its code when it is lost', [leaveOut, lose], 'DEPARTMENT_UNAVAILABLE'],
  ['that is absent keeps its code when it is left out', [lose, goOn, leaveOut], 'SCHEMA_MISMATCH'],
  ['that cannot be done without stays lost', [lose, goOnWithEconomy], undefined],
])('a subgraph %s', (_, steps, code) => {
  const absence = new Absence();

  steps.forEach((step) => step(absence));

  expect(absence.codeOf('economy')).toBe(code);
  expect(absence.codeOf('safety')).toBeUndefined();
});

it.each<[string, readonly Step[], boolean]>([
  ['no subgraph is lost', [], false],
  ['a subgraph is lost', [lose], true],
  ['a subgraph is absent without having been lost', [leaveOut], false],
  ['the loss was acted on before', [lose, goOn], false],
  ['a subgraph is lost again after it became absent', [lose, goOn, loseAnew], false],
  ['a subgraph stayed lost because it could not be done without', [lose, goOnWithEconomy], true],
])('asking again is worth while or not, when %s', (_, steps, isWorth) => {
  const absence = new Absence();
  steps.forEach((step) => step(absence));

  expect(goOn(absence)).toBe(isWorth);
});

it('nothing of one request holds for another', () => {
  const [one, other] = [new Absence(), new Absence()];

  one.markAbsent('economy');

  expect(other.codeOf('economy')).toBeUndefined();
});
