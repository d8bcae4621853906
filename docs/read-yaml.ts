import type { ParserOptions } from 'prettier';
import { parsers } from 'prettier/plugins/yaml';

export type Yaml = string | null | Yaml[] | { [key: string]: Yaml };

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly anchor?: { readonly value: string } | null;
  readonly children?: readonly (Node | null)[];
}

/** Reads what docker-compose.yml uses of YAML: mappings, sequences, scalars as text, anchors, merge keys. */
export async function readYaml(text: string): Promise<Yaml> {
  const tree = (await parsers.yaml.parse(text, {} as ParserOptions)) as Node;
  const anchors = new Map<string, Yaml>();
  return valueOf(tree, anchors);
}

/** Nodes that only wrap another. */
const wrappers = new Set(['root', 'document', 'documentBody', 'mappingValue', 'mappingKey', 'sequenceItem']);

function valueOf(node: Node | null | undefined, anchors: Map<string, Yaml>): Yaml {
  if (!node || node.type === 'null') return null;
  if (node.type === 'alias') return anchors.get(node.value ?? '') ?? fail(`no anchor ${node.value}`);
  const value = contentOf(node, anchors);
  if (node.anchor) anchors.set(node.anchor.value, value);
  return value;
}

function contentOf({ type, value, children = [] }: Node, anchors: Map<string, Yaml>): Yaml {
  if (wrappers.has(type) || type === 'flowSequenceItem') return valueOf(children.at(-1), anchors);
  if (/^(plain|quote|block)/.test(type)) return value ?? '';
  if (/sequence$/i.test(type)) return children.map((child) => valueOf(child, anchors));
  if (/mapping$/i.test(type)) return mappingOf(children, anchors);
  return fail(`cannot read ${type}`);
}

/** Merged keys come first, so that the mapping's own stand over them. */
function mappingOf(items: readonly (Node | null)[], anchors: Map<string, Yaml>): Yaml {
  const entries = items.map((item) => {
    const [key, value] = item?.children ?? [];
    return [keyOf(key), valueOf(value, anchors)] as const;
  });
  const merged = entries.filter(([key]) => key === '<<').map(([, value]) => value as object);
  const own = Object.fromEntries(entries.filter(([key]) => key !== '<<'));
  return Object.assign({}, ...merged, own) as Yaml;
}

function keyOf(key: Node | null | undefined): string {
  return key?.children?.[0]?.value ?? fail('a key is no plain word');
}

function fail(reason: string): never {
  throw new Error(`The YAML must be as plain as docs/read-yaml.ts reads, but: ${reason}.`);
}
