import {
  buildSchema,
  getDirectiveValues,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** The size of a list and the weight of a field, from the schema's `@listSize` and `@cost`. */
export interface FieldCost {
  /** Elements of the list where no slicing argument is given. */
  readonly assumedSize?: number;
  readonly slicingArguments?: readonly string[];
  /** Of a connection, the fields that hold as many elements as the page: `nodes` and `edges`. */
  readonly sizedFields?: readonly string[];
  readonly weight?: number;
}

/** By `Type.field`. Only fields with `@listSize` or `@cost` are in it. */
export type FieldCosts = ReadonlyMap<string, FieldCost>;

export function readFieldCosts(supergraphSdl: string): FieldCosts {
  const supergraph = buildSchema(supergraphSdl, { assumeValidSDL: true });
  const types = Object.values(supergraph.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  return new Map(
    types.flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        const cost = readCost(supergraph, field);
        return cost ? [[`${type.name}.${field.name}`, cost] as const] : [];
      }),
    ),
  );
}

function readCost(
  supergraph: GraphQLSchema,
  { astNode }: GraphQLField<unknown, unknown>,
): FieldCost | undefined {
  const [size, cost] = ['listSize', 'cost'].map((name) => {
    const directive = supergraph.getDirective(name);
    return directive && astNode && getDirectiveValues(directive, astNode);
  });
  return size || cost ? { ...size, ...cost } : undefined;
}
