/** How well a hit fits, best first: its title is the text, its title holds every pair of the text, or its clause does. */
export const searchTiers = ['EXACT', 'TITLE', 'TEXT'] as const;
export type SearchTier = (typeof searchTiers)[number];

/** The order that a cursor of a search names. */
export const searchOrder = 'SCORE';

/**
 * The beginning of a hit's sort key: the tier's position, then the rank of the hit's collection. The hit's plan key
 * follows: `1` `2` `2023-002-…` is a result (rank 2) whose title holds the text.
 * @param rank one digit; among hits of one tier, lower comes first
 */
export const searchKeyPrefix = (tier: SearchTier, rank: number): string =>
  `${searchTiers.indexOf(tier)}${rank}`;

/** 3 for a hit of the tier that fits best, 1 for one of the last. */
export const scoreOfKey = (key: string): number => searchTiers.length - Number(key.charAt(0));
