/** What this browser remembers. A browser that forbids storage forgets; nothing else changes. */
export function readPreference(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writePreference(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to remember it in.
  }
}

/** Sizes of the panes until the reader drags them: GraphiQL's own keys, as first-to-second ratios. */
const FIRST_SIZES = {
  'graphiql:docExplorerFlex': '0.28',
  'graphiql:editorFlex': '0.75',
  'graphiql:secondaryEditorFlex': '4',
};
const WIDE_ENOUGH_FOR_EXAMPLES = 1100;

/** Prepares a first visit; true when the examples should stand open. Later visits find what the reader left. */
export function prepareFirstVisit(): boolean {
  for (const [key, value] of Object.entries(FIRST_SIZES)) {
    if (readPreference(key) === null) writePreference(key, value);
  }
  return readPreference('graphiql:visiblePlugin') === null && window.innerWidth >= WIDE_ENOUGH_FOR_EXAMPLES;
}
