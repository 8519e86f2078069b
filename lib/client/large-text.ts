/** UTF-16 code units of a schema from which on reading it, or putting it away, takes longer than a key may. */
export const LARGE_TEXT = 50_000
