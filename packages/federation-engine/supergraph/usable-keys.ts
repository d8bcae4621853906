import {
  Kind,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { readArguments } from './directives';

type EntityNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * The supergraph without the keys by which a subgraph only refers to an entity, where the same subgraph resolves the entity
 * by another key. The planner takes a key of the first kind for a way into the subgraph and finds no plan.
 */
export const withoutUnusableKeys = (supergraph: DocumentNode): DocumentNode =>
  visit(supergraph, {
    [Kind.OBJECT_TYPE_DEFINITION]: dropUnusableKeys,
    [Kind.INTERFACE_TYPE_DEFINITION]: dropUnusableKeys,
  });

function dropUnusableKeys(node: EntityNode): EntityNode {
  const directives = node.directives ?? [];
  const resolving = new Set(directives.filter(isResolvableKey).map(graphOf));
  return {
    ...node,
    directives: directives.filter((each) => !(isReferenceKey(each) && resolving.has(graphOf(each)))),
  };
}

const graphOf = (directive: ConstDirectiveNode): unknown => readArguments(directive).graph;

const isKey = (directive: ConstDirectiveNode): boolean =>
  directive.name.value === 'join__type' && readArguments(directive).key !== undefined;

const isReferenceKey = (directive: ConstDirectiveNode): boolean =>
  isKey(directive) && readArguments(directive).resolvable === false;

const isResolvableKey = (directive: ConstDirectiveNode): boolean =>
  isKey(directive) && readArguments(directive).resolvable !== false;
