/** Texts are compared without spaces, width and case: `５.６ 万平方米` and `5.6万平方米` are the same words. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

export const holds = (texts: readonly string[], term: string): boolean =>
  texts.some((text) => foldText(text).includes(foldText(term)));

/** Neighbouring letters or digits: what texts are found by. */
export function pairsOf(text: string): string[] {
  const characters = [...foldText(text)];
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return pairs.filter((pair) => /^[\p{L}\p{N}.%]{2}$/u.test(pair));
}
