import { useGraphiQL } from '@graphiql/react';
import { useMemo } from 'react';
import { readColumnLabels, type ColumnLabels } from './column-labels';
import { isObject, parseJson } from './json';
import { readNotices, type Notice } from './notices';
import { findTables, type Table } from './tables';

export interface Answer {
  readonly tables: readonly Table[];
  readonly notices: readonly Notice[];
  readonly labels: ColumnLabels;
  readonly operationName: string;
}

/** The answer of the active tab as tables and notices; undefined before the first run. */
export function useAnswer(): Answer | undefined {
  const { response, schema, documentAST, operationName, fetchError } = useGraphiQL((state) => ({
    response: state.tabs[state.activeTabIndex]?.response ?? '',
    schema: state.schema,
    documentAST: state.documentAST,
    operationName: state.operationName,
    fetchError: state.fetchError,
  }));
  // When introspection fails, its error is shown in place of an answer.
  const text = response || fetchError || '';
  const labels = useMemo(
    () => (schema && documentAST ? readColumnLabels(schema, documentAST) : new Map<string, string>()),
    [schema, documentAST],
  );
  return useMemo(() => {
    const answer = parseJson(text);
    if (!isObject(answer)) return undefined;
    const name = operationName ?? '';
    return { tables: findTables(answer.data), notices: readNotices(answer), labels, operationName: name };
  }, [text, labels, operationName]);
}
