// The containers' health check. The gateway is healthy when `/health/ready` says so, a subgraph when its store answers.
// Only the gateway has PLAN_URL in its environment.
const port = process.env.PORT;
const isGateway = process.env.PLAN_URL !== undefined;

const response = await fetch(`http://127.0.0.1:${port}${isGateway ? '/health/ready' : '/health'}`);
process.exit(response.ok ? 0 : 1);
