import { Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import {
  buildASTSchema,
  buildSchema,
  isAbstractType,
  isObjectType,
  parse,
  print,
  type GraphQLSchema,
} from 'graphql';
import { findEntityOwners, type EntityOwner } from './entity-owners';
import { withExecutableDirectives } from './executable-directives';
import { readRequiredInputs, type RequiredInputs } from './required-inputs';
import { withStandIns, type StandIn } from './stand-ins';
import { readSubgraphNames } from './subgraph-names';
import { findPretendedMembers, withPretendedMembers } from './union-members';
import { withoutUnusableKeys } from './usable-keys';

/** What the engine reads out of a supergraph once. */
export interface Supergraph {
  readonly sdl: string;
  /** The schema as the planner gets it. */
  readonly plannableSdl: string;
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** All types and fields, `@inaccessible` ones included. */
  readonly fullSchema: GraphQLSchema;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  readonly owners: ReadonlyMap<string, EntityOwner>;
  /** By name: the fields that only `plannableSdl` has. */
  readonly standIns: ReadonlyMap<string, StandIn>;
  /** Whether a subgraph has a type in `plannableSdl` alone. */
  readonly isPretended: (subgraph: string, type: string) => boolean;
  /** In the names that `plannableSdl` has. */
  readonly inputs: RequiredInputs;
  /** Whether an object of the type satisfies a type condition. */
  readonly isOfType: (typename: string, condition: string) => boolean;
}

/** @throws when the text is no supergraph of Federation 2 */
export function readSupergraph(sdl: string): Supergraph {
  const federation = FederationSupergraph.build(sdl, { validateSupergraph: false });
  const fullSchema = buildSchema(sdl, { assumeValidSDL: true, noLocation: true });
  const written = parse(sdl, { noLocation: true });
  const { document, standIns } = withStandIns(written, fullSchema);
  const pretended = findPretendedMembers(fullSchema);
  const plannable = withPretendedMembers(withoutUnusableKeys(document), pretended);
  const names = readSubgraphNames(fullSchema);
  return {
    sdl,
    plannableSdl: print(plannable),
    apiSchema: withExecutableDirectives(federation.apiSchema().toGraphQLJSSchema(), written),
    fullSchema,
    subgraphs: [...federation.subgraphs()].map(({ name, url }) => ({ name, url })),
    owners: findEntityOwners(fullSchema),
    standIns,
    isPretended: (subgraph, type) =>
      pretended.some(({ graph, member }) => member === type && names.get(graph) === subgraph),
    inputs: readRequiredInputs(buildASTSchema(plannable, { assumeValidSDL: true })),
    isOfType: (typename, condition) => typename === condition || isSubType(fullSchema, typename, condition),
  };
}

function isSubType(schema: GraphQLSchema, typename: string, condition: string): boolean {
  const [type, abstract] = [schema.getType(typename), schema.getType(condition)];
  return isObjectType(type) && isAbstractType(abstract) && schema.isSubType(abstract, type);
}
