const STROKE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, strokeLinecap: 'round' } as const;

/** A list with check marks, drawn with the strokes of GraphiQL's own icons. */
export function ExamplesIcon() {
  return (
    <svg height="1em" viewBox="0 0 16 16" aria-hidden="true" {...STROKE}>
      <path d="M6.5 3.5h7M6.5 8h7M6.5 12.5h7" />
      <path d="m1.8 3.4 1 1 1.6-2M1.8 7.9l1 1 1.6-2M1.8 12.4l1 1 1.6-2" strokeLinejoin="round" />
    </svg>
  );
}
