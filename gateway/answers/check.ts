import {
  getNullableType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLNullableType,
  type GraphQLOutputType,
} from 'graphql';
import { leafProblem } from './leaves';
import {
  isObject,
  quote,
  type AnswerRules,
  type CheckedAnswer,
  type Finding,
  type JsonObject,
} from './rules';
import { servedTypes } from './served-types';
import {
  askedFields,
  hasFields,
  representationsOf,
  rootFields,
  type AskedField,
  type FieldsType,
  type Question,
  type Representation,
} from './question';

/** Holds what a subgraph answered against what it was asked. Its errors are not looked at. */
export function checkAnswer(
  question: Question,
  subgraph: string,
  data: JsonObject,
  rules: AnswerRules,
): CheckedAnswer {
  const check = new Check(question, servedTypes(question.schema, subgraph), rules);
  const checked = check.root(data);
  return { data: checked, findings: check.findings };
}

interface Path {
  readonly before: Path | undefined;
  readonly key: string | number;
}

class Check {
  readonly findings: Finding[] = [];
  #representation: Representation | undefined;

  constructor(
    private readonly question: Question,
    private readonly served: ReadonlySet<string>,
    private readonly rules: AnswerRules,
  ) {}

  root(data: JsonObject): Record<string, unknown> | null {
    const rootType = this.question.schema.getRootType(this.question.operation.operation)?.name ?? '';
    const checked: Record<string, unknown> = {};
    for (const field of rootFields(this.question)) {
      const path: Path = { before: undefined, key: field.key };
      const value =
        field.name === '_entities'
          ? this.#entities(field, data[field.key], path)
          : this.#field(field, data, rootType, path);
      if (value === undefined) return null;
      checked[field.key] = value;
    }
    return checked;
  }

  #entities(field: AskedField, value: unknown, path: Path): unknown[] | undefined {
    const representations = representationsOf(this.question, field);
    if (!Array.isArray(value) || value.length !== representations.length) {
      return this.#wrong(path, `must have ${representations.length} entities`) ?? undefined;
    }
    return representations.map((representation, at) =>
      this.#entity(field, representation, value[at], { before: path, key: at }),
    );
  }

  /** An entity that the subgraph does not know is null. One that names no type is of its representation's. */
  #entity({ nodes }: AskedField, representation: Representation, value: unknown, path: Path): unknown {
    if (value === null) return null;
    if (!isObject(value)) return this.#wrong(path, `must be an entity, but is: ${quote(value)}`);
    const type = this.question.schema.getType(representation.__typename);
    if (!hasFields(type)) return null;
    const named = this.#typenameOf(value, type, nodes) ?? type.name;
    if (named !== type.name)
      return this.#wrong(path, `must be of type ${type.name}, but is: ${quote(named)}`);
    this.#representation = representation;
    const checked = this.#object(type, nodes, value, path, true);
    this.#representation = undefined;
    return checked;
  }

  /** @returns undefined where the field must not be null and is */
  #field(
    { key, name, definition, nodes }: AskedField,
    parent: JsonObject,
    type: string,
    path: Path,
  ): unknown {
    if (name === '__typename') return type;
    if (!definition) return null;
    if (Object.hasOwn(parent, key)) return this.#value(definition.type, nodes, parent[key], path);
    this.#wrong(path, 'must be there, but is left out');
    return isNonNullType(definition.type) ? undefined : null;
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[], value: unknown, path: Path): unknown {
    if (!isNonNullType(type)) return this.#nullable(type, nodes, value, path);
    const before = this.findings.length;
    const checked = this.#nullable(getNullableType(type), nodes, value, path);
    if (checked !== null) return checked;
    if (this.findings.length === before) this.#wrong(path, 'must not be null');
    return undefined;
  }

  #nullable(type: GraphQLNullableType, nodes: readonly FieldNode[], value: unknown, path: Path): unknown {
    if (value === null) return null;
    if (isLeafType(type)) return this.#leaf(type, value, path);
    if (isListType(type)) return this.#list(type.ofType as GraphQLOutputType, nodes, value, path);
    if (!isObject(value) || !isCompositeType(type))
      return this.#wrong(path, `must be an object, but is: ${quote(value)}`);
    const runtimeType = this.#runtimeType(type, nodes, value);
    if (!runtimeType)
      return this.#wrong(path, `must be of type ${type.name}, but is of none that can be there`);
    return this.#object(runtimeType, nodes, value, path, false);
  }

  #leaf(type: GraphQLLeafType, value: unknown, path: Path): unknown {
    const problem = leafProblem(type, value, this.rules.scalars);
    return problem === undefined ? value : this.#wrong(path, problem);
  }

  #list(itemType: GraphQLOutputType, nodes: readonly FieldNode[], value: unknown, path: Path): unknown {
    if (!Array.isArray(value)) return this.#wrong(path, `must be a list, but is: ${quote(value)}`);
    const items = value.map((item: unknown, key) =>
      this.#value(itemType, nodes, item, { before: path, key }),
    );
    return items.includes(undefined) ? null : items;
  }

  #object(
    type: FieldsType,
    nodes: readonly FieldNode[],
    value: JsonObject,
    path: Path,
    isEntity: boolean,
  ): unknown {
    const checked = Object.create(null) as Record<string, unknown>;
    for (const field of this.#asked(type, nodes)) {
      const fieldValue = this.#field(field, value, type.name, { before: path, key: field.key });
      if (fieldValue === undefined) return null;
      checked[field.key] = fieldValue;
    }
    const problem = this.rules.objectProblem({
      type: type.name,
      value: checked,
      representation: this.#representation,
      isEntity,
    });
    return problem === undefined ? checked : this.#wrong(path, problem);
  }

  /** The type that the object names, or the only one that it can be of; null when it names none that can be there. */
  #runtimeType(
    type: GraphQLCompositeType,
    nodes: readonly FieldNode[],
    value: JsonObject,
  ): FieldsType | null {
    const { schema } = this.question;
    const named = this.#typenameOf(value, type, nodes);
    if (named === undefined) return isObjectType(type) ? type : null;
    const runtimeType = typeof named === 'string' ? schema.getType(named) : undefined;
    if (!hasFields(runtimeType) || !this.served.has(runtimeType.name)) return null;
    const isPossible = runtimeType === type || (isAbstractType(type) && schema.isSubType(type, runtimeType));
    return isPossible ? runtimeType : null;
  }

  #typenameOf(value: JsonObject, type: GraphQLCompositeType, nodes: readonly FieldNode[]): unknown {
    const asked = this.#asked(hasFields(type) ? type : undefined, nodes);
    return value[asked.find(({ name }) => name === '__typename')?.key ?? '__typename'];
  }

  readonly #askedOf = new Map<readonly FieldNode[], Map<FieldsType | undefined, AskedField[]>>();

  /** Kept for the other rows of a list, which are asked the same. */
  #asked(type: FieldsType | undefined, nodes: readonly FieldNode[]): AskedField[] {
    const byType = this.#askedOf.get(nodes) ?? new Map<FieldsType | undefined, AskedField[]>();
    const selectionSets = nodes.map(({ selectionSet }) => selectionSet);
    const asked = byType.get(type) ?? askedFields(this.question, type, selectionSets);
    this.#askedOf.set(nodes, byType.set(type, asked));
    return asked;
  }

  #wrong(path: Path, message: string): null {
    this.findings.push({ path: keysOf(path), message });
    return null;
  }
}

function keysOf(path: Path | undefined): (string | number)[] {
  return path ? [...keysOf(path.before), path.key] : [];
}
