import { progressMutation, entityNames, typePrefix, type DepartmentEntry } from '../../schema/departments';

/** Files by path from the project's root. */
export type Files = ReadonlyMap<string, string>;

/**
 * What a new department begins with: its folder in `subgraphs/`, empty seeds, and its line in the list.
 * @param template `schema/new-department.graphql`
 */
export function departmentFiles(
  added: DepartmentEntry,
  departments: readonly DepartmentEntry[],
  template: string,
): Files {
  const { code } = added;
  return new Map([
    ['schema/departments.json', writeList([...departments, added])],
    [`subgraphs/${code}/schema.graphql`, writeSchema(added, template)],
    [`subgraphs/${code}/index.ts`, writeIndex(code)],
    [`subgraphs/${code}/README.md`, writeReadme(added)],
    [`seeds/${code}/targets.json`, '[]\n'],
    [`seeds/${code}/results.json`, '[]\n'],
  ]);
}

/** A line per department. */
function writeList(departments: readonly DepartmentEntry[]): string {
  const lines = departments.map(
    ({ code, name, port }) => `  { "code": "${code}", "name": "${name}", "port": ${port} }`,
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** The template without its opening comment, with the department's names for the stand-ins. */
function writeSchema({ code, name }: DepartmentEntry, template: string): string {
  return template
    .replace(/^(#.*\n|\n)+/, '')
    .replaceAll('本部门', name)
    .replaceAll('Own', typePrefix(code))
    .replaceAll(/\bown\b/g, code);
}

const writeIndex = (code: string): string => `import { department } from '../kit';

export const subgraph = department({ code: '${code}' });
`;

function writeReadme({ code, name }: DepartmentEntry): string {
  const { target, result } = entityNames(code);
  return `# ${code} ${name}

## Owns

No work items yet. \`${target}\` and \`${result}\` with every field of the interfaces, and the mutation \`${progressMutation(code)}\`.

Database \`plan_${code}\`, collections \`targets\` and \`results\`. Alone: \`npm run subgraph -- ${code}\`.

## Sources

\`seeds/${code}\`: 0 targets and 0 results. Seeding brings the collections to what the files say; progress, status and revision are the department’s own and stay.

## Fields of its own

None yet. A field of the target in \`schema.graphql\` is read from the \`details\` of the seeds by its name.

## Indexes

None of its own. Those of every department, and which view uses which: [docs/architecture.md](../../docs/architecture.md#indexes).
`;
}
