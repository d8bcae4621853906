// The containers' health check. A gateway is healthy when it can serve, a subgraph when its store answers.
const port = process.env.PORT;
const isGateway = process.env.PLAN_URL !== undefined;

const response = await fetch(`http://127.0.0.1:${port}${isGateway ? '/health/ready' : '/health'}`);
process.exit(response.ok ? 0 : 1);
