/** Removes spaces, full width and case before texts are compared: `５.６ 万平方米` → `5.6万平方米`. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

export const holds = (texts: readonly string[], term: string): boolean =>
  texts.some((text) => foldText(text).includes(foldText(term)));

/** Pairs of neighbouring letters or digits, by which a text is found: `彭浦镇` → `["彭浦", "浦镇"]`. */
export function pairsOf(text: string): string[] {
  const characters = [...foldText(text)];
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return pairs.filter((pair) => /^[\p{L}\p{N}.%]{2}$/u.test(pair));
}
