import { buildSchema, parse } from 'graphql';
import { labelColumn, readColumnLabels } from './column-labels';

const schema = buildSchema(`
  type Query { "全部目标。 All targets." targets: Connection! }
  type Connection { edges: [Edge!]! "总数。 Total." totalCount: Int! }
  type Edge { node: Target! "依据的原文。 Evidence." evidence: String }
  interface Target { "名称，不含数字。 Title." title: String! "数量；非数量目标为空。 Quantity." quantity: Quantity "Plain English" note: String }
  type EconomyTarget implements Target { title: String! quantity: Quantity note: String "所涉行业。 Industry." industry: String }
  type Quantity { "数值。 Value." value: Float! }
`);

const labelsOf = (query: string) => readColumnLabels(schema, parse(query));

describe('column labels', () => {
  it('are the first words of the descriptions, along the path', () => {
    const labels = labelsOf('{ targets { edges { evidence node { title quantity { value } } } } }');

    expect(labelColumn(labels, 'targets', 'title')).toBe('名称');
    expect(labelColumn(labels, 'targets', 'quantity.value')).toBe('数量·数值');
    expect(labelColumn(labels, 'targets', 'evidence')).toBe('依据的原文');
  });

  it('follow aliases, fragments and types of one department', () => {
    const labels = labelsOf(`
      { all: targets { edges { node { ...Names ... on EconomyTarget { trade: industry } } } } }
      fragment Names on Target { name: title }
    `);

    expect(labelColumn(labels, 'all', 'name')).toBe('名称');
    expect(labelColumn(labels, 'all', 'trade')).toBe('所涉行业');
  });

  it('name a column that a parent row lends to an inner table', () => {
    const labels = labelsOf('{ targets { totalCount edges { node { quantity { value } } } } }');

    expect(labelColumn(labels, 'targets.quantity', 'targets.totalCount')).toBe('全部目标·总数');
  });

  it('are absent where the description does not begin in Chinese or the field is unknown', () => {
    const labels = labelsOf('{ targets { edges { node { note nothing } } } }');

    expect(labelColumn(labels, 'targets', 'note')).toBeUndefined();
    expect(labelColumn(labels, 'targets', 'nothing')).toBeUndefined();
  });

  it('survive a fragment that spreads itself', () => {
    const labels = labelsOf(
      '{ targets { edges { node { ...Loop } } } } fragment Loop on Target { title ...Loop }',
    );

    expect(labelColumn(labels, 'targets', 'title')).toBe('名称');
  });
});
