import { astFromValue, isInputObjectType, print, type GraphQLInputType } from 'graphql';
import type { ArgumentTree, ArgumentTrees, Giving } from './tree';

/** The variables of an operation while it is written. */
export class Variables {
  readonly values: Record<string, unknown> = {};
  readonly #declarations: string[] = [];

  /** `($v0: Int = 5, $v1: ID!)`, or nothing. */
  get declarations(): string {
    return this.#declarations.length > 0 ? `(${this.#declarations.join(', ')})` : '';
  }

  /** A value as it stands in the query: a literal, or a variable that is declared. */
  write(type: GraphQLInputType, value: unknown, giving: Giving): string {
    const literal = literalOf(type, value);
    if (giving === 'LITERAL') return literal;
    const name = `v${this.#declarations.length}`;
    this.#declarations.push(`$${name}: ${String(type)}${giving === 'DEFAULT' ? ` = ${literal}` : ''}`);
    if (giving === 'VARIABLE') this.values[name] = value;
    return `$${name}`;
  }

  writeArgument(type: GraphQLInputType, { value, giving, fields }: ArgumentTree): string {
    return fields && isInputObjectType(type)
      ? `{${this.#writeEach(type.getFields(), fields)}}`
      : this.write(type, value, giving);
  }

  /** `(first: 2, after: $v0)`, or nothing. */
  writeArguments(defined: readonly { name: string; type: GraphQLInputType }[], trees: ArgumentTrees): string {
    const text = this.#writeEach(Object.fromEntries(defined.map((each) => [each.name, each])), trees);
    return text && `(${text})`;
  }

  #writeEach(defined: Readonly<Record<string, { type: GraphQLInputType }>>, trees: ArgumentTrees): string {
    return Object.entries(trees)
      .flatMap(([name, tree]) => {
        const type = defined[name]?.type;
        return type ? [`${name}: ${this.writeArgument(type, tree)}`] : [];
      })
      .join(', ');
  }
}

function literalOf(type: GraphQLInputType, value: unknown): string {
  const node = astFromValue(value, type);
  if (!node) throw new Error(`${JSON.stringify(value)} must be of type ${String(type)}, but is not.`);
  return print(node);
}
