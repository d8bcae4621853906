import { badParameter } from './export-error';
import type { ListArguments } from './pages';

const names = ['filter', 'orderBy'];

/** Checks the names, and that the values are JSON; the graph checks their types. @throws ExportError that names the parameter */
export function readParameters(url: string): ListArguments {
  const given = [...new URL(url, 'http://localhost').searchParams];
  const unknown = given.find(([name]) => !names.includes(name))?.[0];
  if (unknown !== undefined) {
    throw badParameter(unknown, `Parameters must be among ${names.join(', ')}, but got: ${unknown}.`);
  }
  const twice = given.find(([name], at) => given.findIndex(([other]) => other === name) < at)?.[0];
  if (twice !== undefined) throw badParameter(twice, `${twice} must be given once, but is there twice.`);
  return Object.fromEntries(given.map(([name, text]) => [name, parse(name, text)]));
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badParameter(name, `${name} must be JSON, but got: ${text.slice(0, 80)}`);
  }
}
