/** A word of a text and where it stands: offsets in UTF-16 code units, end exclusive. */
export interface Token {
  readonly term: string
  readonly start: number
  readonly end: number
}

// A run of capitals before a capitalised word (KYCCheck), a capitalised or lower-case word, or digits; any script.
const word = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+|\p{N}+/gu

/**
 * The words inside a text, names included: `CatalogCartCreated` has catalog, cart and created; `order_id` has order
 * and id. Lower case, without diacritics. At most `limit` words are read.
 */
export function tokens(text: string, limit = 2_000): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(word)) {
    if (found.length >= limit) break
    found.push({ term: fold(match[0]), start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** Lower case without diacritics, so that `créé` is found by `cree`. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
