import type { GraphiQLProps } from 'graphiql';

/** Relative to the page, so a path prefix of a reverse proxy stays: `/plan/graphiql` → `/plan/graphql`. */
const ENDPOINT = new URL('graphql', document.baseURI);

/** Sends an operation and gives its answer. Never rejects: a failed request gives an answer with one error. */
export const fetchAnswer: GraphiQLProps['fetcher'] = async (operation, options) => {
  try {
    const response = await fetch(ENDPOINT, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...options?.headers },
      body: JSON.stringify(operation),
    });
    return await readAnswer(response);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(`连不上服务，请确认它正在运行。 The service cannot be reached: ${reason}`);
  }
};

/** The HTTP status is not looked at: a refusal (4xx, 5xx) with a JSON body is shown as an answer. */
async function readAnswer(response: Response): Promise<ReturnType<typeof failure>> {
  const text = await response.text();
  try {
    return JSON.parse(text) as ReturnType<typeof failure>;
  } catch {
    return failure(
      `服务的回答不是 GraphQL（HTTP ${response.status}）。 Not a GraphQL answer: ${text.slice(0, 200)}`,
    );
  }
}

function failure(message: string): { errors: { message: string }[] } {
  return { errors: [{ message }] };
}
