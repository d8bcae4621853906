// Writes a password per database user and a write token per department to `.data/docker.env`. Existing values are kept.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const departments = JSON.parse(readFileSync(new URL('schema/departments.json', root), 'utf8'));
const codes = departments.map(({ code }) => code.toUpperCase());
const file = new URL('.data/docker.env', root);

const kept = readSecrets(file);
const names = [
  'MONGO_ROOT_PASSWORD',
  'PLAN_PASSWORD',
  ...codes.flatMap((code) => [`${code}_PASSWORD`, `${code}_WRITE_TOKEN`]),
];
const lines = names.map((name) => `${name}=${kept.get(name) ?? randomBytes(24).toString('hex')}\n`);
mkdirSync(new URL('.data', root), { recursive: true });
writeFileSync(file, lines.join(''), { mode: 0o600 });
console.log(`.data/docker.env: ${names.length} secrets, ${kept.size} of them kept`);

function readSecrets(path) {
  try {
    return new Map(
      readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('=')),
    );
  } catch {
    return new Map();
  }
}
