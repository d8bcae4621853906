import { parseArgs } from 'node:util';
import { planPort, type DepartmentEntry } from '../../schema/departments';

/** Where names and ports are taken already. */
export interface Surroundings {
  readonly departments: readonly DepartmentEntry[];
  /** Names that a department's fields or folders would meet in the schema and in the tree: `selector`, `kit`. */
  readonly takenNames: ReadonlySet<string>;
}

/**
 * The department that a command line asks for: `--code culture --name 文旅 --port 4007`. Without a port, it gets the one
 * after the highest.
 * @throws an Error that names the option whose value cannot be
 */
export function readRequest(
  args: readonly string[],
  { departments, takenNames }: Surroundings,
): DepartmentEntry {
  const { values } = parseArgs({
    args: [...args],
    options: { code: { type: 'string' }, name: { type: 'string' }, port: { type: 'string' } },
  });
  const ports = [planPort, ...departments.map(({ port }) => port)];
  const port = values.port === undefined ? Math.max(...ports) + 1 : Number(values.port);
  const { code = '', name = '' } = values;
  if (!/^[a-z]{2,30}$/.test(code)) throw wrong('code', '2 to 30 lower-case letters', code);
  if (departments.some((each) => each.code === code)) throw wrong('code', 'that of a new department', code);
  if (takenNames.has(code)) throw wrong('code', 'a name that is not taken', code);
  if (!/^\p{Script=Han}+$/u.test(name)) throw wrong('name', 'Chinese', name);
  if (departments.some((each) => each.name === name)) throw wrong('name', 'that of a new department', name);
  if (!(Number.isInteger(port) && port > 0 && port < 65536))
    throw wrong('port', 'a number from 1 to 65535', values.port ?? '');
  if (ports.includes(port)) throw wrong('port', 'one that no other subgraph has', String(port));
  return { code, name, port };
}

const wrong = (option: string, wanted: string, value: string): Error =>
  new Error(`--${option} must be ${wanted}, but got: ${value || 'none'}.`);
