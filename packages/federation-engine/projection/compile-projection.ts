import {
  getNullableType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { failed, isIncomplete, isObject, isUnknown, type FetchedObject } from '../execution/run';
import { isLeftOut } from '../operation/conditions';
import { isIntrospection } from '../operation/introspection';
import type { ResponseKeys } from '../operation/response-keys';
import type { FragmentsByName } from '../operation/selection-writer';
import { compileLeaf } from './leaf-writer';
import { report, type ProjectionRun, type Write } from './run';

export interface ProjectionOptions {
  readonly schema: GraphQLSchema;
  readonly fragments: FragmentsByName;
  readonly keys: ResponseKeys;
  readonly refusals: ReadonlyMap<FieldNode, GraphQLError>;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A field of a concrete type, ready to be written. */
interface FieldWriter {
  readonly clientKey: string;
  /** `"key":` */
  readonly prefix: string;
  write(object: FetchedObject, run: ProjectionRun): string | undefined;
}

/**
 * Compiles a client's selections to functions that write the answer's JSON out of the fetched tree: order, aliases, types and
 * nulls are those of the specification.
 */
export class ProjectionCompiler {
  constructor(private readonly options: ProjectionOptions) {}

  compileRoot(type: GraphQLObjectType, selectionSet: SelectionSetNode): Write {
    const write = this.#compileObject(type, [selectionSet], 0);
    return (value, run) => write(value, run);
  }

  #compileObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[], depth: number): Write {
    const fields = [...this.#collectFields(type, sets)].map(([clientKey, nodes]) =>
      this.#compileField(type, clientKey, nodes, depth),
    );
    return (value, run) => {
      const object = value as FetchedObject;
      let text = '{';
      let separator = '';
      for (const field of fields) {
        run.path[depth] = field.clientKey;
        const written = field.write(object, run);
        if (written === undefined) return undefined;
        text += separator + field.prefix + written;
        separator = ',';
      }
      return `${text}}`;
    };
  }

  #compileField(
    parent: GraphQLObjectType,
    clientKey: string,
    nodes: readonly [FieldNode, ...FieldNode[]],
    depth: number,
  ): FieldWriter {
    const prefix = `${JSON.stringify(clientKey)}:`;
    const [node] = nodes;
    const name = node.name.value;
    if (name === '__typename') {
      const typename = JSON.stringify(parent.name);
      return { clientKey, prefix, write: () => typename };
    }
    if (isIntrospection(node)) {
      return { clientKey, prefix, write: (_, run) => run.introspection.get(clientKey) ?? 'null' };
    }
    const definition = parent.getFields()[name];
    if (!definition) throw new Error(`The schema must have ${parent.name}.${name}.`);
    const refusal = this.options.refusals.get(node);
    if (refusal) return { clientKey, prefix, write: compileRefusal(refusal, definition.type, depth + 1) };
    const planKey = this.options.keys.keyOf(node) ?? name;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const write = this.#compileType(definition.type, sets, depth + 1, `${parent.name}.${name}`);
    return {
      clientKey,
      prefix,
      write: (object, run) => {
        const value = object[planKey];
        // The cause of a field that a failed fetch left out is told already.
        return write(value === undefined && object[isIncomplete] ? failed : value, run);
      },
    };
  }

  /** @param depth of the value in the answer's path */
  #compileType(
    type: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
    depth: number,
    field: string,
  ): Write {
    const write = this.#compileNullable(getNullableType(type), sets, depth, field);
    if (!isNonNullType(type)) {
      return (value, run) => (isAbsent(value) ? 'null' : (write(value, run) ?? 'null'));
    }
    return (value, run) => {
      if (!isAbsent(value)) return write(value, run);
      // The cause of a failure is told already.
      if (value !== failed) report(run, depth, `Cannot return null for non-nullable field ${field}.`);
      return undefined;
    };
  }

  #compileNullable(
    type: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
    depth: number,
    field: string,
  ): Write {
    if (isListType(type)) return this.#compileList(type.ofType as GraphQLOutputType, sets, depth, field);
    if (isLeafType(type)) return compileLeaf(type, depth);
    const composite = type as GraphQLCompositeType;
    const writers = new Map<unknown, Write | undefined>();
    const writerOf = (typename: unknown): Write | undefined => {
      if (writers.has(typename)) return writers.get(typename);
      const concrete = this.#concreteType(composite, typename);
      const writer = concrete && this.#compileObject(concrete, sets, depth);
      writers.set(typename, writer);
      return writer;
    };
    return (value, run) => this.#writeComposite(composite, writerOf, value, run, depth);
  }

  #writeComposite(
    type: GraphQLCompositeType,
    writerOf: (typename: unknown) => Write | undefined,
    value: unknown,
    run: ProjectionRun,
    depth: number,
  ): string | undefined {
    if (!isObject(value)) {
      report(run, depth, `${type.name} must be an object, but its subgraph gave another value.`);
      return undefined;
    }
    const write = writerOf(isAbstractType(type) ? value.__typename : type.name);
    if (write) return write(value, run);
    if (!value[isIncomplete])
      report(
        run,
        depth,
        `${type.name} must be one of its types, but its subgraph gave: ${String(value.__typename)}.`,
      );
    return undefined;
  }

  #concreteType(type: GraphQLCompositeType, typename: unknown): GraphQLObjectType | undefined {
    if (isObjectType(type)) return type;
    const found = typeof typename === 'string' ? this.options.schema.getType(typename) : undefined;
    return isObjectType(found) && isAbstractType(type) && this.options.schema.isSubType(type, found)
      ? found
      : undefined;
  }

  #compileList(
    elementType: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
    depth: number,
    field: string,
  ): Write {
    const write = this.#compileType(elementType, sets, depth + 1, field);
    return (value, run) => {
      if (!Array.isArray(value)) {
        report(run, depth, `${field} must be a list, but its subgraph gave another value.`);
        return undefined;
      }
      let text = '[';
      for (let index = 0; index < value.length; index++) {
        run.path[depth] = index;
        const written = write(value[index], run);
        if (written === undefined) return undefined;
        text += index === 0 ? written : `,${written}`;
      }
      return `${text}]`;
    };
  }

  /** The fields of a concrete type in the order of the answer, each with all nodes that ask for it. */
  #collectFields(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
  ): Map<string, [FieldNode, ...FieldNode[]]> {
    const fields = new Map<string, [FieldNode, ...FieldNode[]]>();
    const spread = new Set<string>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (isLeftOut(selection, this.options.variables)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = (selection.alias ?? selection.name).value;
          const nodes = fields.get(key);
          if (nodes) nodes.push(selection);
          else fields.set(key, [selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (this.#holds(type, selection.typeCondition?.name.value)) collect(selection.selectionSet);
        } else if (!spread.has(selection.name.value)) {
          spread.add(selection.name.value);
          const fragment = this.options.fragments.get(selection.name.value);
          if (fragment && this.#holds(type, fragment.typeCondition.name.value))
            collect(fragment.selectionSet);
        }
      }
    };
    sets.forEach(collect);
    return fields;
  }

  #holds(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const abstract = this.options.schema.getType(condition);
    return isAbstractType(abstract) && this.options.schema.isSubType(abstract, type);
  }
}

/** A field whose argument the client must mend: null, or what null does where there must be a value. */
function compileRefusal({ message, nodes }: GraphQLError, type: GraphQLOutputType, depth: number) {
  const text = isNonNullType(type) ? undefined : 'null';
  return (_: FetchedObject, run: ProjectionRun): string | undefined => {
    const [place] = nodes ?? [];
    const argument = place?.kind === Kind.ARGUMENT ? place.name.value : undefined;
    const extensions = { code: 'BAD_USER_INPUT', ...(argument !== undefined && { argument }) };
    run.errors.push(new GraphQLError(message, { path: run.path.slice(0, depth), extensions }));
    return text;
  };
}

/** Whether a place of the answer is null: for want of a value, or of the entity that the value refers to. */
const isAbsent = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === failed ||
  (typeof value === 'object' && isUnknown in value);
