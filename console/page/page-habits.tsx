import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';

const EDITOR_OPTIONS = { wordWrap: 'on', fontSize: 14 } as const;

/**
 * Runs with Ctrl/Cmd-Enter wherever the focus is, follows the system when it turns light or dark, and wraps long
 * lines, as descriptions in Chinese are.
 */
export function PageHabits() {
  const { run, setTheme } = useGraphiQLActions();
  const { theme, queryEditor, variableEditor, responseEditor } = useGraphiQL((state) => ({
    theme: state.theme,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    responseEditor: state.responseEditor,
  }));

  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, responseEditor]) editor?.updateOptions(EDITOR_OPTIONS);
  }, [queryEditor, variableEditor, responseEditor]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // Inside an editor, Monaco has run the query already and says so.
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      void run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [run]);

  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    // The page's colours follow by themselves, the editor's only when told.
    const onChange = () => theme === null && setTheme(null);
    system.addEventListener('change', onChange);
    return () => system.removeEventListener('change', onChange);
  }, [theme, setTheme]);

  return null;
}
