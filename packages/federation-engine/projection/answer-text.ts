import type { FormattedExecutionResult } from 'graphql';

/** The data of an answer as JSON text. Whoever reads them as an object, gets them parsed. */
export class AnswerText {
  constructor(readonly text: string) {}

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** For `stringifyResult` of ApolloServer: passes the text of the engine's answers through. */
export function stringifyAnswer({ data, ...rest }: FormattedExecutionResult): string {
  if (!((data as unknown) instanceof AnswerText)) return JSON.stringify({ data, ...rest });
  const others = JSON.stringify(rest);
  const { text } = data as unknown as AnswerText;
  return others === '{}' ? `{"data":${text}}\n` : `{"data":${text},${others.slice(1)}\n`;
}
