export { buildConsole, type BuildOptions, type BuiltConsole } from './build';
export { consoleRouter } from './router';
