import { Kind, parse, visit, type GraphQLSchema } from 'graphql';
import { isInterfaceType, isObjectType } from 'graphql';
import { readDirectives } from './directives';

/**
 * Names of the fields that some `@requires` asks with arguments. A client's field of the same name must have a response key
 * of its own: `price` beside `@requires(fields: "price(currency: EUR)")` would be two values under one key.
 */
export function fieldsRequiredWithArguments(supergraph: GraphQLSchema): ReadonlySet<string> {
  const names = new Set<string>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const { requires } of readDirectives(field, 'join__field')) {
        if (typeof requires === 'string') addNames(names, requires);
      }
    }
  }
  return names;
}

function addNames(names: Set<string>, fieldSet: string): void {
  visit(parse(`{ ${fieldSet} }`, { noLocation: true }), {
    [Kind.FIELD]: ({ name, arguments: given }) => {
      if (given && given.length > 0) names.add(name.value);
    },
  });
}
