/**
 * A place of the tree, as a plan has it: response keys, `@` for every element of a list, and the types that an object must
 * have for the path to go on: `["_0", "@", { types: ["Book"] }, "author"]`.
 */
export type TreePath = readonly TreeStep[];

export type TreeStep = string | TypeStep;

export interface TypeStep {
  readonly types: ReadonlySet<unknown>;
}

export const everyElement = '@';

/** The steps of an element of a planner's path: `"reviews|[UserReview]"` → `"reviews"` and the type. */
export function readSteps(element: string): TreePath {
  const [, key = '', types] = /^([^|]*)(?:\|\[(.*)\])?$/.exec(element) ?? [];
  const steps: TreeStep[] = key === '' ? [] : [key];
  if (types !== undefined) steps.push({ types: new Set(types.split(',')) });
  return steps;
}
