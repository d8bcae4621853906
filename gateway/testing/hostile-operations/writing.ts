/** `refusedBy` separates alternatives by `|` and is empty for an operation that is answered. */
export type Row = readonly [name: string, refusedBy: string, query: string, variables?: object];

export const repeat = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

/** `nest(["a", "b"], "c")` → `a{b{c}}`. */
export const nest = (fields: readonly string[], innermost: string): string =>
  fields.reduceRight((inner, field) => `${field}{${inner}}`, innermost);

export const times = (count: number, fields: readonly string[]): readonly string[] =>
  Array.from({ length: count }, () => fields).flat();

/** Fragments F0, F1, … on one type, each written around a spread of the next; the last one holds `id`. */
export const writeFragments = (count: number, type: string, write: (next: string) => string): string =>
  `${repeat(count, (index) => `fragment F${index} on ${type}{${write(`...F${index + 1}`)}}`)} fragment F${count} on ${type}{id}`;

export const everyReach = 'reach:[NAMED,EVERY_TOWN,WITHIN,DISTRICT]';
export const allFacets = `facets{${['departments', 'chapters', 'kinds', 'units', 'statuses'].map((name) => `${name}{value label count}`).join(' ')}}`;
export const fullNode =
  'id title text citations{quote document{title}} department{name} places{name} baseline{id quantity{value}}';
export const report =
  'reportEconomyProgress(input:{targetId:"economy:no.such",value:1,expectedRevision:0}){id}';
