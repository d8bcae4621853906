import {
  getNullableType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLNullableType,
  type GraphQLOutputType,
} from 'graphql';
import type { Findings, Place } from './findings';
import { leafProblem } from './leaves';
import type { Representation } from './entities';
import { hasFields, type AskedField, type FieldsType, type Question } from './question';
import { isObject, quote, type AnswerRules, type JsonObject } from './rules';
import { RuntimeTypes } from './runtime-types';

export interface CheckContext {
  readonly question: Question;
  readonly servedTypes: ReadonlySet<string>;
  readonly rules: AnswerRules;
  readonly findings: Findings;
}

type Nodes = readonly FieldNode[];

/**
 * Completes values as GraphQL's execution does, CompleteValue of the specification's section 6.4.3, and notes a finding for
 * each value that cannot be right. A value is null where it is wrong and undefined where it must not be null.
 */
export class ValueCheck {
  readonly #types: RuntimeTypes;
  /** The entity in which the walk is. */
  #representation: Representation | undefined;

  constructor(readonly context: CheckContext) {
    this.#types = new RuntimeTypes(context.question, context.servedTypes);
  }

  /** An entity that the subgraph does not know is null. An entity that names no type is of its representation's. */
  entity({ nodes }: AskedField, representation: Representation, value: unknown, place: Place): unknown {
    if (value === null) return null;
    if (!isObject(value)) return this.#wrong(place, `must be an entity, but is: ${quote(value)}`);
    const type = this.context.question.schema.getType(representation.__typename);
    if (!hasFields(type)) return null;
    const named = this.#types.typenameOf(value, type, nodes) ?? type.name;
    if (named !== type.name)
      return this.#wrong(place, `must be of type ${type.name}, but is: ${quote(named)}`);
    this.#representation = representation;
    const checked = this.#object(type, nodes, value, place, true);
    this.#representation = undefined;
    return checked;
  }

  field({ key, name, definition, nodes }: AskedField, parent: JsonObject, type: string, at: Place): unknown {
    if (name === '__typename') return type;
    if (!definition) return null;
    if (Object.hasOwn(parent, key)) return this.#value(definition.type, nodes, parent[key], at);
    this.#wrong(at, 'must be there, but is left out');
    return isNonNullType(definition.type) ? undefined : null;
  }

  #value(type: GraphQLOutputType, nodes: Nodes, value: unknown, place: Place): unknown {
    if (!isNonNullType(type)) return this.#nullable(type, nodes, value, place);
    const { findings } = this.context;
    const before = findings.count;
    const checked = this.#nullable(getNullableType(type), nodes, value, place);
    if (checked !== null) return checked;
    if (findings.count === before) this.#wrong(place, 'must not be null');
    return undefined;
  }

  #nullable(type: GraphQLNullableType, nodes: Nodes, value: unknown, place: Place): unknown {
    if (value === null) return null;
    if (isLeafType(type)) return this.#leaf(type, value, place);
    if (isListType(type)) return this.#list(type.ofType as GraphQLOutputType, nodes, value, place);
    if (!isObject(value) || !isCompositeType(type))
      return this.#wrong(place, `must be an object, but is: ${quote(value)}`);
    const runtimeType = this.#types.find(type, nodes, value);
    if (!runtimeType)
      return this.#wrong(place, `must be of type ${type.name}, but is of none that can be there`);
    return this.#object(runtimeType, nodes, value, place, false);
  }

  #leaf(type: GraphQLLeafType, value: unknown, place: Place): unknown {
    const problem = leafProblem(type, value, this.context.rules.scalars);
    return problem === undefined ? value : this.#wrong(place, problem);
  }

  #list(itemType: GraphQLOutputType, nodes: Nodes, value: unknown, place: Place): unknown {
    if (!Array.isArray(value)) return this.#wrong(place, `must be a list, but is: ${quote(value)}`);
    const items = value.map((item: unknown, key) =>
      this.#value(itemType, nodes, item, { parent: place, key }),
    );
    return items.includes(undefined) ? null : items;
  }

  #object(type: FieldsType, nodes: Nodes, value: JsonObject, place: Place, isEntity: boolean): unknown {
    const checked = Object.create(null) as Record<string, unknown>;
    for (const field of this.#types.askedFields(type, nodes)) {
      const fieldValue = this.field(field, value, type.name, { parent: place, key: field.key });
      if (fieldValue === undefined) return null;
      checked[field.key] = fieldValue;
    }
    const object = { type: type.name, value: checked, representation: this.#representation, isEntity };
    const problem = this.context.rules.objectProblem(object);
    return problem === undefined ? checked : this.#wrong(place, problem);
  }

  #wrong(place: Place, message: string): null {
    return this.context.findings.add(place, message);
  }
}
