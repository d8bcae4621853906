import { isMap, isScalar, parseDocument, visit, YAMLMap, type Pair } from 'yaml';
import type { DepartmentEntry } from '../../schema/departments';

/** The maps of docker-compose.yml that have an entry, or several, per department. */
const mapsByDepartment = [
  ['services'],
  ['services', 'gateway', 'depends_on'],
  ['services', 'gateway', 'environment'],
  ['services', 'mongo-init', 'environment'],
] as const;

/**
 * docker-compose.yml with a department more: each entry of its neighbour's once again, under the new names and port.
 * Comments stay; the text is to be formatted.
 */
export function addContainer(compose: string, neighbour: DepartmentEntry, added: DepartmentEntry): string {
  const document = parseDocument(compose, { merge: true });
  for (const path of mapsByDepartment) {
    const map = document.getIn(path);
    if (!isMap(map))
      throw new Error(`docker-compose.yml must have a map at ${path.join('.')}, but has none.`);
    repeatEntries(map, neighbour, added);
  }
  return document.toString({ lineWidth: 0 });
}

function repeatEntries(map: YAMLMap, neighbour: DepartmentEntry, added: DepartmentEntry): void {
  const variable = new RegExp(`^${neighbour.code.toUpperCase()}_`);
  const isNeighbours = ({ key }: Pair) => {
    const name = String(isScalar(key) ? key.value : key);
    return name === neighbour.code || variable.test(name);
  };
  map.items = map.items.flatMap((pair) =>
    isNeighbours(pair) ? [pair, renamed(pair, neighbour, added)] : [pair],
  );
}

function renamed(pair: Pair, neighbour: DepartmentEntry, added: DepartmentEntry): Pair {
  const copy = pair.clone();
  const holder = new YAMLMap();
  holder.items.push(copy);
  visit(holder, {
    Scalar: (_, node) =>
      void Object.assign(node, { value: rename(node.value, neighbour, added), source: undefined }),
  });
  return copy;
}

/** `http://economy:4001/graphql` → `http://culture:4007/graphql`, `4001` → `4007`; whatever does not name the neighbour stays. */
function rename(value: unknown, neighbour: DepartmentEntry, added: DepartmentEntry): unknown {
  if (value === neighbour.port) return added.port;
  if (typeof value !== 'string') return value;
  return value
    .replaceAll(neighbour.code.toUpperCase(), added.code.toUpperCase())
    .replaceAll(neighbour.code, added.code)
    .replaceAll(`:${neighbour.port}/`, `:${added.port}/`);
}
