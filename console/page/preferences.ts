/** A setting kept by this browser; null when there is none or the browser forbids storage. */
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
    // The browser forbids storage or has no room: the setting lasts as long as the page.
  }
}

/** Initial sizes of GraphiQL's panes under its own keys; a value is the ratio of the first pane to the second. */
const FIRST_SIZES = {
  'graphiql:docExplorerFlex': '0.28',
  'graphiql:editorFlex': '0.75',
  'graphiql:secondaryEditorFlex': '4',
};
const WIDE_ENOUGH_FOR_EXAMPLES = 1100;

/**
 * Stores initial pane sizes unless the reader has some of their own.
 * @returns whether the examples panel opens: on a first visit, in a window that is wide enough
 */
export function prepareFirstVisit(): boolean {
  for (const [key, value] of Object.entries(FIRST_SIZES)) {
    if (readPreference(key) === null) writePreference(key, value);
  }
  return readPreference('graphiql:visiblePlugin') === null && window.innerWidth >= WIDE_ENOUGH_FOR_EXAMPLES;
}
