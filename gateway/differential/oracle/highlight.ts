import { foldText } from './text';

/** Characters of a long text that are shown on either side of its matches. */
const margin = 40;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The texts that hold a term, cut around the first match of each term, with the matches in 【】. */
export function highlightsOf(texts: readonly string[], terms: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const spans = terms.flatMap((term) => findSpan(text, foldText(term)) ?? []);
    return spans.length > 0 ? [cut(text, apart(spans))] : [];
  });
}

/** The first match of a term in a text, where spaces, width and case are ignored. */
function findSpan(text: string, term: string): Span | null {
  for (let start = 0; start < text.length; start++) {
    if (/\s/.test(text.charAt(start))) continue;
    for (let end = start + 1; end <= text.length; end++) {
      const read = foldText(text.slice(start, end));
      if (read === term) return { start, end };
      if (!term.startsWith(read)) break;
    }
  }
  return null;
}

/** The spans in the order of the text, without a span that overlaps the span before it. */
function apart(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.reduce<Span[]>((kept, span) => {
    const last = kept.at(-1);
    return last && span.start < last.end ? kept : [...kept, span];
  }, []);
}

function cut(text: string, spans: readonly Span[]): string {
  const from = Math.max(0, (spans[0]?.start ?? 0) - margin);
  const to = Math.min(text.length, (spans.at(-1)?.end ?? text.length) + margin);
  const marked = spans.map(({ start, end }, at) => {
    const before = text.slice(spans[at - 1]?.end ?? from, start);
    return `${before}【${text.slice(start, end)}】`;
  });
  const rest = text.slice(spans.at(-1)?.end ?? from, to);
  return `${from > 0 ? '…' : ''}${marked.join('')}${rest}${to < text.length ? '…' : ''}`;
}
