import { buildSchema } from 'graphql';
import { readSupergraph } from './read-supergraph';
import { findEntityOwners } from './entity-owners';

describe('owners of entities', () => {
  const owners = findEntityOwners(buildSchema(readSupergraph(), { assumeValidSDL: true }));

  it.each([
    ['EconomyTarget', { subgraph: 'economy', witness: 'id' }],
    ['SafetyResult', { subgraph: 'safety', witness: 'id' }],
    ['WorkItem', { subgraph: 'plan' }],
    ['Place', { subgraph: 'plan' }],
    ['TargetConnection', undefined],
    ['Department', undefined],
    ['Quantity', undefined],
  ])('of %s are as the supergraph says', (type, owner) => {
    expect(owners.get(type)).toEqual(owner);
  });
});
