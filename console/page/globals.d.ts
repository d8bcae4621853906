/** The content of `console/examples/`; `bundle.ts` provides this module. */
declare module 'console:examples' {
  const examples: readonly import('./example').Example[];
  export default examples;
}

declare module '*.css';
