/** Shortens with `…` to a width counted in Chinese characters; a Latin character counts 0.56 of one. */
export function fitText(text: string, widths: number): string {
  const characters = [...text];
  let used = 0;
  for (const [index, character] of characters.entries()) {
    used += /[\u2E80-\uFFFF]/.test(character) ? 1 : 0.56;
    if (used > widths) return `${characters.slice(0, Math.max(1, index - 1)).join('')}…`;
  }
  return text;
}
