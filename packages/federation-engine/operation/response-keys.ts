import { Kind, print, type ArgumentNode, type FieldNode, type ValueNode } from 'graphql';

/**
 * The response keys under which a plan fetches the fields of an operation. A field without alias and arguments keeps its
 * name, so that a key field that the client selects is the one that the plan needs. Every other field gets a key that no
 * client can choose: `{ a: list(first: 1) b: id } → { _0: list(first: 1) _1: id }`. Fields that GraphQL merges share one key.
 */
export class ResponseKeys {
  readonly #numbered = new Map<string, string>();
  readonly #keys = new Map<FieldNode, string>();

  /** Chooses the key of a field of the client's document. */
  assign(field: FieldNode): string {
    const key = isPlain(field) ? field.name.value : this.#numberedKey(mergingIdentity(field));
    this.#keys.set(field, key);
    return key;
  }

  /** The key of a field; undefined for a field that no plan fetches, such as `__schema`. */
  keyOf(field: FieldNode): string | undefined {
    return this.#keys.get(field);
  }

  #numberedKey(identity: string): string {
    const key = this.#numbered.get(identity) ?? `_${this.#numbered.size}`;
    this.#numbered.set(identity, key);
    return key;
  }
}

/** The key of a field in the client's answer. */
export const clientKey = ({ alias, name }: FieldNode): string => (alias ?? name).value;

const isPlain = (field: FieldNode): boolean =>
  clientKey(field) === field.name.value && !field.arguments?.length;

/** Equal for two fields exactly when GraphQL would merge them, selections aside: the order of arguments is of no meaning. */
function mergingIdentity(field: FieldNode): string {
  return `${clientKey(field)}:${field.name.value}(${printUnordered(field.arguments ?? [])})`;
}

const printUnordered = (nodes: readonly Pick<ArgumentNode, 'name' | 'value'>[]): string =>
  nodes
    .map(({ name, value }) => `${name.value}:${printValue(value)}`)
    .sort()
    .join();

function printValue(value: ValueNode): string {
  if (value.kind === Kind.OBJECT) return `{${printUnordered(value.fields)}}`;
  if (value.kind === Kind.LIST) return `[${value.values.map(printValue).join()}]`;
  return print(value);
}
