import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';

const EDITOR_OPTIONS = { wordWrap: 'on', fontSize: 14 } as const;

/**
 * Adds three habits to GraphiQL: Ctrl/Cmd-Enter runs the query wherever the focus is, the theme follows the system's
 * while the page is open, and editors wrap long lines (Chinese descriptions have no spaces to break at).
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
      // Inside an editor, Monaco has run the query and prevented the default.
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      void run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [run]);

  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    // CSS follows the system by itself; the editors take their colours from `setTheme`.
    const onChange = () => theme === null && setTheme(null);
    system.addEventListener('change', onChange);
    return () => system.removeEventListener('change', onChange);
  }, [theme, setTheme]);

  return null;
}
