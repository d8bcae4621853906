import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError } from '../errors';
import { type Accumulator } from '../expressions/accumulators';
import { compileAccumulator, type CompiledAccumulator } from '../expressions/compile-accumulator';
import { compilerOf, variablesOf } from '../expressions/compile';
import { type Compute, type Variables } from '../expressions/types';
import { setField } from '../values/documents';
import { encodeKeyText } from '../values/key-encoding';

type Fields = readonly (readonly [name: string, field: CompiledAccumulator])[];

/** Compiles `{name: {$accumulator: expression}, …}`; `_id` is passed over. */
export function compileFields(spec: Document, { variables = {} }: Options): Fields {
  return Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, accumulator]) => {
      if (name.includes('.'))
        throw new CommandError('Location40235', `The field name '${name}' cannot contain '.'`);
      const [operator = ''] = Object.keys(accumulator as Document);
      const operand: unknown = (accumulator as Document)[operator];
      return [name, compileAccumulator(operator, operand, compilerOf(Object.keys(variables)))];
    });
}

/** Takes a group's documents and makes its one document. */
export class Group {
  readonly #accumulators: readonly Accumulator[];

  constructor(
    readonly id: unknown,
    private readonly fields: Fields,
  ) {
    this.#accumulators = fields.map(([, field]) => field.create());
  }

  add(variables: Variables): void {
    this.fields.forEach(([, { compute }], i) => this.#accumulators[i]?.add(compute(variables)));
  }

  /** `_id` first, then the fields in the order of the specification. */
  document(): Document {
    const document: Document = { _id: this.id };
    this.fields.forEach(([name], i) => {
      const value = this.#accumulators[i]?.result();
      if (value !== undefined) setField(document, name, value);
    });
    return document;
  }
}

/** Groups in the order of their first documents; a missing `_id` is null. */
export function collectGroups(
  documents: Iterable<Document>,
  idOf: Compute,
  fields: Fields,
  { variables = {} }: Options,
): Group[] {
  const groups = new Map<string, Group>();
  for (const document of documents) {
    const scope = variablesOf(document, variables);
    const id = idOf(scope) ?? null;
    const key = encodeKeyText(id);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = new Group(id, fields)));
    group.add(scope);
  }
  return [...groups.values()];
}
