import type { Environment } from 'monaco-editor';

const FILES: Readonly<Record<string, string | undefined>> = document.getElementById('page')?.dataset ?? {};

/** Monaco asks here for its workers. Their files lie beside the page's; index.html knows their names. */
const environment: Environment = {
  getWorker(_moduleId, label) {
    const file =
      label === 'json' ? FILES.jsonWorker : label === 'graphql' ? FILES.graphqlWorker : FILES.editorWorker;
    return new Worker(new URL(file ?? '', document.baseURI), { type: 'module', name: label });
  },
};

self.MonacoEnvironment = environment;
