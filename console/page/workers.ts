import type { Environment } from 'monaco-editor';

const FILES: Readonly<Record<string, string | undefined>> = document.getElementById('page')?.dataset ?? {};

/** Monaco's hook for its workers. Their hashed file names stand in `data-…-worker` attributes of index.html. */
const environment: Environment = {
  getWorker(_moduleId, label) {
    const file =
      label === 'json' ? FILES.jsonWorker : label === 'graphql' ? FILES.graphqlWorker : FILES.editorWorker;
    return new Worker(new URL(file ?? '', document.baseURI), { type: 'module', name: label });
  },
};

self.MonacoEnvironment = environment;
