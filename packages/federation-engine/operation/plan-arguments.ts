import {
  getNamedType,
  isInputObjectType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  parseType,
  valueFromASTUntyped,
  visit,
  type ArgumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type TypeNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';

/** Plans have variables of their own, such as `representations`; a client's variable never bears the name of one. */
export const plannableVariable = (name: string): string => `client_${name}`;

/**
 * The arguments of a client's operation as its plan has them. Literals become variables, `list(first: 10)` →
 * `list(first: $literal_0)`, so that a client that writes another number gets the plan that is there. Variables of the
 * client are renamed.
 */
export class PlanArguments {
  /** Of the variables that stand for literals. */
  readonly definitions: VariableDefinitionNode[] = [];
  readonly literals: Record<string, unknown> = {};
  /** The client's names of the variables that are used. */
  readonly used = new Set<string>();
  readonly #types = new Map<string, TypeNode>();
  /** Of fields that GraphQL merges: their arguments must be the same, and so must the variables. */
  readonly #written = new Map<string, readonly ArgumentNode[]>();

  /** @param key the response key of the field, which fields with the same arguments share */
  write(
    key: string,
    field: GraphQLField<unknown, unknown>,
    given: readonly ArgumentNode[],
  ): readonly ArgumentNode[] {
    if (given.length === 0) return given;
    const identity = `${key}(${field.args.map(({ name, type }) => `${name}:${String(type)}`).join()})`;
    const known = this.#written.get(identity);
    if (known) return known;
    const written = given.map((argument) => this.#write(field, argument));
    this.#written.set(identity, written);
    return written;
  }

  #write(field: GraphQLField<unknown, unknown>, argument: ArgumentNode): ArgumentNode {
    const definition = field.args.find(({ name }) => name === argument.name.value);
    return definition && isExact(argument.value) && !hasCustomScalar(definition.type)
      ? { ...argument, value: this.#lift(argument.value, String(definition.type)) }
      : { ...argument, value: this.#rename(argument.value) };
  }

  #lift(value: ValueNode, type: string): ValueNode {
    const name = { kind: Kind.NAME, value: `literal_${this.definitions.length}` } as const;
    const variable = { kind: Kind.VARIABLE, name } as const;
    this.definitions.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: this.#typeNode(type) });
    this.literals[name.value] = valueFromASTUntyped(value);
    return variable;
  }

  #rename(value: ValueNode): ValueNode {
    return visit(value, {
      Variable: (variable) => {
        this.used.add(variable.name.value);
        return { ...variable, name: { ...variable.name, value: plannableVariable(variable.name.value) } };
      },
    });
  }

  #typeNode(text: string): TypeNode {
    const type = this.#types.get(text) ?? parseType(text, { noLocation: true });
    this.#types.set(text, type);
    return type;
  }
}

/** Whether a subgraph has a say of its own in values of the type: it must see the literal, to judge and name it. */
function hasCustomScalar(type: GraphQLInputType, within: ReadonlySet<string> = new Set()): boolean {
  const named = getNamedType(type);
  if (isScalarType(named)) return !isSpecifiedScalarType(named);
  if (!isInputObjectType(named) || within.has(named.name)) return false;
  const inside = new Set([...within, named.name]);
  return Object.values(named.getFields()).some((field) => hasCustomScalar(field.type, inside));
}

/** Whether a variable's JSON value can be the literal: a whole number beyond 2^53 would be rounded. */
function isExact(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return false;
    case Kind.INT:
      return Number.isSafeInteger(Number(value.value));
    case Kind.LIST:
      return value.values.every(isExact);
    case Kind.OBJECT:
      return value.fields.every((field) => isExact(field.value));
    default:
      return true;
  }
}
