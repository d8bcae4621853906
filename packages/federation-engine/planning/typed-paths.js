// Plain JavaScript, as the worker that needs it.
const { Kind, print } = require('graphql');

/**
 * Whether the planner must say in its paths which types of object a fetch is for: where one response key has different
 * selections under different type conditions, as in `... on Ad { product { name } } ... on Review { product { price } }`.
 * Without types in the paths, subgraphs are asked for the name and the price of both products.
 */
function needsTypedPaths(document) {
  const fragments = new Map(
    document.definitions
      .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return document.definitions.some(({ selectionSet }) => isAmbiguous([selectionSet], fragments));
}

function isAmbiguous(selectionSets, fragments) {
  const fields = new Map();
  selectionSets.forEach((selectionSet) => collect(selectionSet, '', fields, fragments));
  return [...fields.values()].some(
    ({ conditions, texts, below }) =>
      (conditions.size > 1 && texts.size > 1) || isAmbiguous(below, fragments),
  );
}

/** Notes the fields with selections, each with the type conditions that it stands under. */
function collect({ selections }, condition, fields, fragments) {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if (!selection.selectionSet) continue;
      const key = (selection.alias ?? selection.name).value;
      const field = fields.get(key) ?? { conditions: new Set(), texts: new Set(), below: [] };
      fields.set(key, field);
      field.conditions.add(condition);
      field.texts.add(print(selection.selectionSet));
      field.below.push(selection.selectionSet);
    } else {
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const own = fragment.typeCondition?.name.value;
      collect(
        fragment.selectionSet,
        own === undefined ? condition : `${condition} ${own}`,
        fields,
        fragments,
      );
    }
  }
}

module.exports = { needsTypedPaths };
