import { findClaims, type Claim } from './numeral-claims';
import type { Problems, Reading } from './verify-reading';
import { type DocumentText, type Numeral, numeralsIn, type Span } from './verify-text';

export interface NumeralCounts {
  figures: number;
  names: number;
  structure: number;
  exclusions: number;
}

/**
 * Accounts for every occurrence of a numeral in the documents' bodies. It is the figure of an entry whose quote
 * covers it, or part of a place's name, or the number of an item, or `exclusions.json` gives a reason. A numeral that
 * merely lies inside a quote is a problem.
 */
export function verifyNumerals(reading: Reading): { problems: string[]; counts: NumeralCounts } {
  const found = findClaims(reading);
  const problems = found.filter((finding) => typeof finding === 'string');
  const claims = new Map<string, Claim[]>();
  for (const finding of found) {
    if (typeof finding === 'string') continue;
    const key = `${finding.document}@${finding.numeral.start}`;
    claims.set(key, [...(claims.get(key) ?? []), finding]);
  }
  const counts: NumeralCounts = { figures: 0, names: 0, structure: 0, exclusions: 0 };
  for (const document of reading.documents.values()) {
    for (const numeral of numeralsIn(bodyOf(document), document.body.start)) {
      const own = claims.get(`${document.id}@${numeral.start}`) ?? [];
      problems.push(...judge(document, numeral, own));
      const [first] = own;
      if (first) counts[first.as] += 1;
    }
  }
  return { problems, counts };
}

function bodyOf({ text, body }: DocumentText): string {
  return text.slice(body.start, body.end);
}

/** A numeral is the figure of one entry. Only after 各 may several entries have it: 开工、竣工各100万平方米. */
function* judge(document: DocumentText, numeral: Numeral, claims: readonly Claim[]): Problems {
  const at = `${document.id}: the numeral ${numeral.digits} at ${numeral.start} (${around(document.text, numeral)})`;
  if (claims.length === 0) yield `${at} is in no entry, no place's name and no exclusion`;
  const figures = claims.filter((claim) => claim.as === 'figures').map(({ by }) => by);
  if (figures.length > 1 && !/各\s*$/.test(document.text.slice(0, numeral.start))) {
    yield `${at} is claimed by more than one entry: ${figures.join(', ')}`;
  }
  const exclusions = claims.filter((claim) => claim.as === 'exclusions');
  if (exclusions.length > 0 && exclusions.length < claims.length) {
    const others = claims.filter((claim) => claim.as !== 'exclusions').map(({ by }) => by);
    yield `${at} is excluded, although it is accounted for by ${others.join(', ')}`;
  }
  if (exclusions.length > 1) yield `${at} is excluded more than once`;
}

function around(text: string, { start, end }: Span): string {
  return `…${text.slice(Math.max(0, start - 12), start)}【${text.slice(start, end)}】${text.slice(end, end + 10)}…`;
}
