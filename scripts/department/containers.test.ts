import { addContainer } from './containers';

const economy = { code: 'economy', name: '经济', port: 4001 };
const culture = { code: 'culture', name: '文旅', port: 4007 };

const compose = `services:
  gateway:
    depends_on:
      economy:
        condition: service_started
      plan:
        condition: service_healthy
    # Where the subgraphs are.
    environment:
      ECONOMY_URL: http://economy:4001/graphql
      PLAN_URL: http://plan:4006/graphql
  economy:
    environment:
      PORT: 4001
      MONGODB_URI: mongodb://economy:\${ECONOMY_PASSWORD:?}@mongo:27017/plan_economy
  mongo-init:
    environment:
      ECONOMY_PASSWORD: \${ECONOMY_PASSWORD:?}
`;

it('repeats every entry of the neighbour’s under the new names, beside it, and keeps the rest', () => {
  expect(addContainer(compose, economy, culture)).toBe(`services:
  gateway:
    depends_on:
      economy:
        condition: service_started
      culture:
        condition: service_started
      plan:
        condition: service_healthy
    # Where the subgraphs are.
    environment:
      ECONOMY_URL: http://economy:4001/graphql
      CULTURE_URL: http://culture:4007/graphql
      PLAN_URL: http://plan:4006/graphql
  economy:
    environment:
      PORT: 4001
      MONGODB_URI: mongodb://economy:\${ECONOMY_PASSWORD:?}@mongo:27017/plan_economy
  culture:
    environment:
      PORT: 4007
      MONGODB_URI: mongodb://culture:\${CULTURE_PASSWORD:?}@mongo:27017/plan_culture
  mongo-init:
    environment:
      ECONOMY_PASSWORD: \${ECONOMY_PASSWORD:?}
      CULTURE_PASSWORD: \${CULTURE_PASSWORD:?}
`);
});

it('says where a map is missing', () => {
  expect(() => addContainer('services: {}', economy, culture)).toThrow(
    'docker-compose.yml must have a map at services.gateway.depends_on, but has none.',
  );
});
