import {
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { failed, isIncomplete, isObject, isUnknown, type FetchedObject } from '../tree/run';
import { isIntrospection } from '../operation/introspection';
import type { ResponseKeys } from '../operation/response-keys';
import { dependOnType, satisfies, type Selecting } from '../operation/type-conditions';
import { collectFields, type FieldNodes } from './collect-fields';
import { hiddenValues, type Schemas } from './hidden-values';
import { compileLeaf } from './leaf-writer';
import { compileRefusal } from './refusal';
import { report, type ProjectionRun, type Write } from './run';

export interface ProjectionOptions extends Selecting, Schemas {
  readonly keys: ResponseKeys;
  readonly refusals: ReadonlyMap<FieldNode, GraphQLError>;
}

type ObjectLikeType = GraphQLObjectType | GraphQLInterfaceType;

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

  #compileObject(type: ObjectLikeType, sets: readonly SelectionSetNode[], depth: number): Write {
    const fields = [...collectFields(this.options, type, sets)].map(([clientKey, nodes]) =>
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

  #compileField(parent: ObjectLikeType, clientKey: string, nodes: FieldNodes, depth: number): FieldWriter {
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
    if (refusal)
      return { clientKey, prefix, write: compileRefusal(refusal, node, definition.type, depth + 1) };
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
    const isHidden = hiddenValues(type, this.options);
    const isNull = isHidden ? (value: unknown) => isAbsent(value) || isHidden(value) : isAbsent;
    if (!isNonNullType(type)) {
      return (value, run) => (isNull(value) ? 'null' : (write(value, run) ?? 'null'));
    }
    return (value, run) => {
      if (!isNull(value)) return write(value, run);
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
    return this.#compileComposite(type as GraphQLCompositeType, sets, depth);
  }

  #compileComposite(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], depth: number): Write {
    const writers = new Map<unknown, Write | undefined>();
    const writerOf = (typename: unknown): Write | undefined => {
      if (writers.has(typename)) return writers.get(typename);
      const concrete = this.#selectedType(type, sets, typename);
      const writer = concrete && this.#compileObject(concrete, sets, depth);
      writers.set(typename, writer);
      return writer;
    };
    return (value, run) => {
      if (!isObject(value)) {
        report(run, depth, `${type.name} must be an object, but its subgraph gave another value.`);
        return undefined;
      }
      const write = writerOf(value.__typename);
      if (write) return write(value, run);
      // The cause of a type that a failed fetch left out is told already.
      if (!value[isIncomplete])
        report(run, depth, `${type.name} must be one of its types, but got: ${String(value.__typename)}.`);
      return undefined;
    };
  }

  /**
   * The type whose fields an object has; undefined for a type that may not stand here. A subgraph that takes an interface for
   * an object type, see `@interfaceObject`, does not know the types of the interface's objects.
   */
  #selectedType(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    typename: unknown,
  ): ObjectLikeType | undefined {
    if (isObjectType(type)) return type;
    const isUntyped = typename === undefined || typename === type.name;
    if (isUntyped && isInterfaceType(type))
      return sets.some((set) => dependOnType(this.options, type, set)) ? undefined : type;
    const found = typeof typename === 'string' ? this.options.schema.getType(typename) : undefined;
    return isObjectType(found) && satisfies(this.options.schema, found, type.name) ? found : undefined;
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
}

/** Whether a place of the answer is null: for want of a value, or of the entity that the value refers to. */
const isAbsent = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === failed ||
  (typeof value === 'object' && isUnknown in value);
