import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  DocumentId,
  SeedDocument,
  SeedExclusion,
  SeedPlace,
  SeedPlan,
  SeedResult,
  SeedTarget,
} from './format';

/** The content of one department's folder. A list whose file does not exist is undefined; the verification reports it. */
export interface DepartmentSeeds {
  code: string;
  targets?: SeedTarget[];
  results?: SeedResult[];
}

/** Everything under `seeds/` as written, without defaults and unchecked. */
export interface Seeds {
  documents: SeedDocument[];
  /** The text of each document as published. */
  texts: Partial<Record<DocumentId, string>>;
  plan: SeedPlan;
  places: SeedPlace[];
  departments: DepartmentSeeds[];
  exclusions: SeedExclusion[];
}

const SHARED_FOLDERS = new Set(['documents', 'plan']);

/** Reads the seeds. Every folder except `documents` and `plan` is read as a department's. */
export function loadSeeds(root = __dirname): Seeds {
  const documents = readJson<SeedDocument[]>(join(root, 'plan', 'documents.json'));
  return {
    documents,
    texts: Object.fromEntries(
      documents.map(({ id, file }) => [id, readFileSync(join(root, 'documents', file), 'utf8')]),
    ),
    plan: readJson<SeedPlan>(join(root, 'plan', 'plan.json')),
    places: readJson<SeedPlace[]>(join(root, 'plan', 'places.json')),
    departments: departmentFolders(root).map((code) => ({
      code,
      targets: readJsonIfPresent<SeedTarget[]>(join(root, code, 'targets.json')),
      results: readJsonIfPresent<SeedResult[]>(join(root, code, 'results.json')),
    })),
    exclusions: readJson<SeedExclusion[]>(join(root, 'exclusions.json')),
  };
}

function departmentFolders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SHARED_FOLDERS.has(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function readJsonIfPresent<T>(path: string): T | undefined {
  return existsSync(path) ? readJson<T>(path) : undefined;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
