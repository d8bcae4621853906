/** Chinese is searched without spaces or width: `5.6 万平方米` and `５.６万平方米` are the same words. */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * The pairs of neighbouring characters in a text, each once. Chinese has no spaces between words, and two characters
 * are the shortest that mean something, so pairs are what is indexed. Pairs with punctuation say nothing.
 */
export function gramsOf(text: string): string[] {
  const characters = [...normalizeText(text)];
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return [...new Set(pairs.filter((pair) => /^[\p{L}\p{N}.%]+$/u.test(pair)))];
}
