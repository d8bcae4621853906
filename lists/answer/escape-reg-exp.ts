/** A regular expression that matches the text itself: `1.5%` → `1\.5%`. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
