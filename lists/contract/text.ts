/** Texts are compared without spaces, width and case: `５.６ 万平方米` → `5.6万平方米`. */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/**
 * The grams of a text: its pairs of neighbouring characters, each once, without pairs that hold punctuation.
 * `新增首店，首店` → `新增`, `增首`, `首店`. Chinese has no spaces between words, and two characters are the shortest
 * text that means something, so pairs are the unit of the text index.
 */
export function gramsOf(text: string): string[] {
  const characters = [...normalizeText(text)];
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return [...new Set(pairs.filter((pair) => /^[\p{L}\p{N}.%]+$/u.test(pair)))];
}
