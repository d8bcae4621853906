import { getNamedType, isCompositeType, type GraphQLCompositeType, type GraphQLSchema } from 'graphql';
import type { Operation } from '../oracle';
import { fieldsOf, overlappingTypes } from './schema-fields';
import { fits, nothing, one, sizeOfField, together, within, type Size } from './size';
import { tidyDocument } from './tidy';
import type { ArgumentTrees, Condition, FieldTree, OperationTree, SelectionTree } from './tree';
import { Variables } from './variables';

const defaultPage = 20;

/** Writes a tree as a request, without the parts that would exceed the bounds of a generated operation. */
export function writeOperation(schema: GraphQLSchema, tree: OperationTree): Operation {
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema must have queries.');
  const writer = new Writer(schema, tree);
  const body = writer.writeSelections(tree.selections, { type: query, size: one, page: 0 });
  const { declarations, values } = writer.variables;
  const isShort = tree.form === 'SHORTHAND' && declarations === '';
  const main = isShort ? body : `query Main${declarations} ${body}`;
  const other = 'query Other { departments { code } }';
  const operations = {
    AFTER_ANOTHER: [other, main],
    BEFORE_ANOTHER: [main, other],
    NAMED: [main],
    SHORTHAND: [main],
  };
  const text = tidyDocument(schema, [...operations[tree.form], ...writer.definitions].join('\n'));
  return {
    query: text,
    ...(Object.keys(values).length > 0 && { variables: values }),
    ...(tree.form.endsWith('ANOTHER') && { operationName: 'Main' }),
  };
}

/** The place of selections, and the size of the path to them. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly size: Size;
  /** The size of the page, in a connection. */
  readonly page: number;
  /** The fragment's position, in a fragment. A fragment spreads only fragments before it, so that none is recursive. */
  readonly fragment?: number;
}

class Writer {
  readonly variables = new Variables();
  /** The fragments that are spread, by position. */
  readonly #fragments = new Map<number, { readonly definition: string; readonly size: Size }>();
  readonly #schema: GraphQLSchema;
  readonly #tree: OperationTree;
  #spent = nothing;

  constructor(schema: GraphQLSchema, tree: OperationTree) {
    this.#schema = schema;
    this.#tree = tree;
  }

  get definitions(): string[] {
    return [...this.#fragments.values()].map(({ definition }) => definition);
  }

  writeSelections(trees: readonly SelectionTree[], place: Place): string {
    const written = trees.flatMap((tree) => this.#writeSelection(tree, place) ?? []);
    return `{ ${written.length > 0 ? written.join(' ') : '__typename'} }`;
  }

  #writeSelection(tree: SelectionTree, place: Place): string | null {
    if (tree.kind === 'FIELD') return this.#writeWrapped(tree, place);
    if (tree.kind === 'SPREAD') return this.#writeSpread(tree.pick, tree.when, place);
    const type = this.#schema.getType(tree.on);
    if (!isCompositeType(type)) return null;
    return `... on ${tree.on}${this.#when(tree.when)} ${this.writeSelections(tree.selections, { ...place, type })}`;
  }

  /** A field with the fragments that it is wrapped in. */
  #writeWrapped({ wraps, ...tree }: FieldTree, place: Place): string | null {
    const field = this.#writeField(tree, place);
    return (
      field &&
      wraps.reduceRight((inner, { isNamed, when }) => {
        const on = isNamed ? ` on ${place.type.name}` : '';
        return `...${on}${this.#when(when)} { ${inner} }`;
      }, field)
    );
  }

  #writeField(
    { name, alias, args, when, selections }: Omit<FieldTree, 'wraps'>,
    place: Place,
  ): string | null {
    const field = fieldsOf(this.#schema, place.type).find((each) => each.name === name);
    const type = field ? getNamedType(field.type) : null;
    const own = sizeOfField(this.#schema, place.type, name, type?.name ?? '', place.page);
    const size = within(place.size, own);
    if (!this.#spend(size)) return null;
    const given = this.variables.writeArguments(field?.args ?? [], args);
    const head = `${alias === null ? '' : `${alias}: `}${name}${given}${this.#when(when)}`;
    if (!isCompositeType(type)) return head;
    return `${head} ${this.writeSelections(selections, { ...place, type, size, page: pageSize(args) })}`;
  }

  #writeSpread(pick: number, when: readonly Condition[], place: Place): string | null {
    const types = [place.type, ...overlappingTypes(this.#schema, place.type)].map(({ name }) => name);
    const fitting = [...this.#tree.fragments.entries()].filter(
      ([at, { on }]) => at < (place.fragment ?? Infinity) && types.includes(on),
    );
    const [at, fragment] = fitting[pick % Math.max(1, fitting.length)] ?? [];
    if (at === undefined || !fragment) return null;
    const name = `${fragment.on}${at}`;
    const size = this.#sizeOfFragment(at, name, fragment.on, fragment.selections);
    return this.#spend(within(place.size, size)) ? `...${name}${this.#when(when)}` : null;
  }

  #sizeOfFragment(at: number, name: string, on: string, selections: readonly SelectionTree[]): Size {
    const known = this.#fragments.get(at);
    const type = this.#schema.getType(on);
    if (known || !isCompositeType(type)) return known?.size ?? nothing;
    const outside = this.#spent;
    this.#spent = nothing;
    const body = this.writeSelections(selections, { type, size: one, page: defaultPage, fragment: at });
    const size = this.#spent;
    this.#spent = outside;
    this.#fragments.set(at, { definition: `fragment ${name} on ${on} ${body}`, size });
    return size;
  }

  /** Adds a size to the operation's, unless the sum exceeds the bounds. @returns whether it was added */
  #spend(size: Size): boolean {
    const total = together(this.#spent, size);
    if (!fits(total)) return false;
    this.#spent = total;
    return true;
  }

  #when(conditions: readonly Condition[]): string {
    const boolean = this.#schema.getDirectives().find(({ name }) => name === 'skip')?.args[0]?.type;
    return conditions
      .map(({ directive, value, giving }) => {
        const written = boolean ? this.variables.write(boolean, value, giving) : String(value);
        return ` @${directive}(if: ${written})`;
      })
      .join('');
  }
}

function pageSize({ first, last }: ArgumentTrees): number {
  const asked = [first?.value, last?.value].find((value) => typeof value === 'number');
  return typeof asked === 'number' ? asked : defaultPage;
}
