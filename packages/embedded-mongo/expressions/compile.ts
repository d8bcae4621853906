import { type Document } from 'bson';
import { CommandError } from '../errors';
import { setField } from '../values/documents';
import { isDocument } from '../values/types';
import { parseFieldPath, valueAtPath } from './field-path';
import { operators } from './operators';
import { type Compiler, type Compute, type Variables } from './types';

/** Variables that every expression sees. */
const SYSTEM = ['ROOT', 'CURRENT', 'REMOVE', 'NOW'];

/**
 * Compiles an aggregation expression. What MongoDB refuses before it reads a document (an unknown operator or
 * variable, a wrong number of arguments) is thrown here.
 * @param names further variables that the expression may use, without the dollars
 */
export function compileExpression(expression: unknown, names: Iterable<string> = []): Compute {
  return compilerOf(names).compile(expression);
}

/** A compiler for expressions that see these variables and MongoDB's own. */
export function compilerOf(names: Iterable<string>): Compiler {
  return compilerFor(new Set([...SYSTEM, ...names]));
}

/** The variables for one document. */
export function variablesOf(document: unknown, variables: Variables): Variables {
  return { ...variables, ROOT: document, CURRENT: document };
}

function compilerFor(names: ReadonlySet<string>): Compiler {
  const compiler: Compiler = {
    compile: (expression) => compileAny(expression, names, compiler),
    with: (more) => compilerFor(new Set([...names, ...more])),
  };
  return compiler;
}

function compileAny(expression: unknown, names: ReadonlySet<string>, compiler: Compiler): Compute {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression, names);
  if (Array.isArray(expression)) return compileArray(expression, compiler);
  if (!isDocument(expression)) return () => expression;
  const [first] = Object.keys(expression);
  return first?.startsWith('$')
    ? compileOperator(first, expression, compiler)
    : compileObject(expression, compiler);
}

/** `$a.b` is `$$CURRENT.a.b`. */
function compilePath(path: string, names: ReadonlySet<string>): Compute {
  const isVariable = path.startsWith('$$');
  const [name = '', ...rest] = isVariable ? path.slice(2).split('.') : ['CURRENT'];
  const parts = isVariable
    ? rest.length > 0
      ? parseFieldPath(rest.join('.'))
      : []
    : parseFieldPath(path.slice(1));
  if (!names.has(name)) throw new CommandError('Location17276', `Use of undefined variable: ${name}`);
  if (name === 'NOW') return currentDate(parts);
  if (parts.length === 0) return (variables) => variables[name];
  return (variables) => valueAtPath(variables[name], parts);
}

/** The same instant for all documents: that of the command, or else of the compiling. */
function currentDate(parts: readonly string[]): Compute {
  const now = new Date();
  return (variables) => valueAtPath(variables.NOW ?? now, parts);
}

/** A missing value is null in an array. */
function compileArray(expressions: readonly unknown[], compiler: Compiler): Compute {
  const computes = expressions.map((expression) => compiler.compile(expression));
  return (variables) => computes.map((compute) => compute(variables) ?? null);
}

function compileOperator(name: string, expression: Document, compiler: Compiler): Compute {
  if (Object.keys(expression).length !== 1)
    throw new CommandError(
      'Location15983',
      `An object representing an expression must have exactly one field: ${JSON.stringify(expression)}`,
    );
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator) throw new CommandError('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
  return operator(expression[name], compiler);
}

/** A missing value is no field in a document. */
function compileObject(expression: Document, compiler: Compiler): Compute {
  const fields = Object.entries(expression).map(([name, value]) => {
    checkName(name);
    return [name, compiler.compile(value)] as const;
  });
  return (variables) => {
    const document: Document = {};
    for (const [name, compute] of fields) {
      const value = compute(variables);
      if (value !== undefined) setField(document, name, value);
    }
    return document;
  };
}

function checkName(name: string): void {
  if (name.includes('.'))
    throw new CommandError('Location16412', `FieldPath field names may not contain '.', given '${name}'.`);
  if (name.startsWith('$'))
    throw new CommandError('Location16410', `FieldPath field names may not start with '$', given '${name}'.`);
}
