/** The files in `console/examples/`, put in by the bundler. */
declare module 'console:examples' {
  const examples: readonly import('./example').Example[];
  export default examples;
}

declare module '*.css';
