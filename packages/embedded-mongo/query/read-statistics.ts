/** How many keys and documents a read has looked at so far, for `explain`. */
export interface ReadStatistics {
  keys: number;
  documents: number;
}
