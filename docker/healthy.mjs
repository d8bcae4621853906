// The containers' health check. A gateway is healthy when it can serve, a subgraph when it answers GraphQL.
const port = process.env.PORT;
const isGateway = process.env.PLAN_URL !== undefined;
const question = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"query":"{ __typename }"}',
};

const response = isGateway
  ? await fetch(`http://127.0.0.1:${port}/health/ready`)
  : await fetch(`http://127.0.0.1:${port}/graphql`, question);
process.exit(response.ok ? 0 : 1);
