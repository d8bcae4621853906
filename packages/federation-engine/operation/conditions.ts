import {
  GraphQLError,
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type SelectionNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** Whether `@skip` or `@include` leaves a selection out. */
export const isLeftOut = ({ directives = [] }: SelectionNode, variables: Variables): boolean =>
  directives.some(
    (directive) =>
      (directive.name.value === 'skip' && evaluate(directive, variables) !== false) ||
      (directive.name.value === 'include' && evaluate(directive, variables) !== true),
  );

/** Names of the variables that `@skip` and `@include` look at. */
export function conditionVariables(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      given.forEach(({ value }) => value.kind === Kind.VARIABLE && names.add(value.name.value));
    },
  });
  return names;
}

/** A variable with a default may be given as null, and then says neither yes nor no. */
export function nullCondition(conditions: ReadonlySet<string>, variables: Variables): GraphQLError | null {
  const variable = [...conditions].find((name) => variables[name] === null);
  if (variable === undefined) return null;
  const message = `Variable "$${variable}" must be true or false where @skip or @include looks at it, but got: null.`;
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument: variable } });
}

function evaluate({ arguments: given }: DirectiveNode, variables: Variables): unknown {
  const value = given?.[0]?.value;
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value];
  return value?.kind === Kind.BOOLEAN ? value.value : null;
}
