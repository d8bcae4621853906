import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(__dirname, '../../schema/supergraph.graphql');

/** The committed supergraph's SDL. A gateway starts from it whether or not the departments are up. */
export const readSupergraph = (): string => readFileSync(file, 'utf8');
