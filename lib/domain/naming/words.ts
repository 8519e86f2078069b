/** One word of a name, and where it stands: `name.slice(start, end) === text`. */
export interface Word {
  text: string
  start: number
  end: number
}

/**
 * What counts as a word, in order of precedence: an acronym's plural (`IDs`, `SKUs`), an acronym up to the next
 * capitalised word (`KYC` in `KYCCheck`), a capitalised or lower-case word, letters without case, a number.
 * `\p{M}` keeps a letter and its combining accents together.
 */
const WORD =
  /\p{Lu}{2,}s(?![\p{Ll}\p{M}])|\p{Lu}[\p{Lu}\p{M}]*(?![\p{Ll}\p{M}])|[\p{Lu}\p{Lt}]?[\p{Ll}\p{M}]+|\p{Lu}|[\p{L}\p{M}]+?(?=\p{Lu}|\P{L}|$)|\p{N}+/gu

export function wordsWithPlaces(name: string): Word[] {
  const found: Word[] = []
  for (const match of name.matchAll(WORD)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** The words of a name as they are written: `KYCCheckPassed` has `KYC`, `Check`, `Passed`; `order.line-added2` has four. */
export function words(name: string): string[] {
  return wordsWithPlaces(name).map((word) => word.text)
}
