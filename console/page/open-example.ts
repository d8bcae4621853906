import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import examples from 'console:examples';
import { Kind, parse } from 'graphql';
import type { Example } from './example';

/** Puts an example into the editor, or runs it. A query that the reader wrote is kept: the example opens a new tab. */
export function useOpenExample() {
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    responseEditor: state.responseEditor,
  }));
  const { addTab, updateActiveTabValues, setOperationFacts, run } = useGraphiQLActions();

  const openExample = ({ query, variables, operationName }: Example) => {
    if (!queryEditor) return;
    if (!isExampleOrEmpty(queryEditor.getValue())) addTab();
    queryEditor.setValue(query);
    variableEditor?.setValue(variables);
    responseEditor?.setValue('');
    updateActiveTabValues({ query, variables, operationName, response: null });
    // GraphiQL parses the editor's text after a delay; `run` at once would still send the operation before.
    const documentAST = parse(query);
    const operations = documentAST.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    setOperationFacts({ documentAST, operationName, operations });
    queryEditor.focus();
  };

  const runExample = (example: Example) => {
    openExample(example);
    void run();
  };

  return { openExample, runExample };
}

function isExampleOrEmpty(text: string): boolean {
  return text.trim() === '' || examples.some(({ query }) => query.trim() === text.trim());
}
