import { isAbstractType, isObjectType, type FieldNode, type GraphQLCompositeType } from 'graphql';
import { askedFields, hasFields, type AskedField, type FieldsType, type Question } from './question';
import type { JsonObject } from './rules';

type FieldsByType = Map<FieldsType | undefined, AskedField[]>;

/** The object types in one subgraph's answer, and the fields that were asked of an object of each. */
export class RuntimeTypes {
  readonly #asked = new Map<readonly FieldNode[], FieldsByType>();

  constructor(
    private readonly question: Question,
    private readonly servedTypes: ReadonlySet<string>,
  ) {}

  /** The type that the object names, or the only possible one; null when the object cannot be of the type that it names. */
  find(type: GraphQLCompositeType, nodes: readonly FieldNode[], value: JsonObject): FieldsType | null {
    const { schema } = this.question;
    const named = this.typenameOf(value, type, nodes);
    if (named === undefined) return isObjectType(type) ? type : null;
    const runtimeType = typeof named === 'string' ? schema.getType(named) : undefined;
    if (!hasFields(runtimeType) || !this.servedTypes.has(runtimeType.name)) return null;
    const isPossible = runtimeType === type || (isAbstractType(type) && schema.isSubType(type, runtimeType));
    return isPossible ? runtimeType : null;
  }

  /** The value of `__typename`, under whichever response key it was asked for. */
  typenameOf(value: JsonObject, type: GraphQLCompositeType, nodes: readonly FieldNode[]): unknown {
    const asked = this.askedFields(hasFields(type) ? type : undefined, nodes);
    return value[asked.find(({ name }) => name === '__typename')?.key ?? '__typename'];
  }

  /** Found once for all rows of a list, which are asked for the same fields. */
  askedFields(type: FieldsType | undefined, nodes: readonly FieldNode[]): readonly AskedField[] {
    const byType = this.#asked.get(nodes) ?? (new Map() as FieldsByType);
    const selectionSets = nodes.map(({ selectionSet }) => selectionSet);
    const asked = byType.get(type) ?? askedFields(this.question, type, selectionSets);
    this.#asked.set(nodes, byType.set(type, asked));
    return asked;
  }
}
