import {
  ambiguousVerbs,
  irregularPasts,
  notPasts,
  nounCompounds,
  nounsThatAreVerbs,
  pastsInEed,
  verbPrefixes,
} from './irregular-verbs'

export type Tense = 'past' | 'ambiguous' | 'none'

/**
 * Whether one word, in lower case, is a past tense or participle. No dictionary of regular verbs: -ed with a vowel
 * before it, less the nouns and states that end so, plus the irregular forms and their prefixed kin.
 */
export function tenseOfWord(word: string, wordBefore = ''): Tense {
  if (notPasts.has(word) || nounCompounds.has(wordBefore + word)) return 'none'
  if (ambiguousVerbs.has(word) || nounsThatAreVerbs.has(word)) return 'ambiguous'
  if (irregularPasts.has(word) || isPrefixedIrregular(word) || isRegular(word)) return 'past'
  return 'none'
}

function isPrefixedIrregular(word: string): boolean {
  return verbPrefixes.some(
    (prefix) => word.startsWith(prefix) && irregularPasts.has(word.slice(prefix.length)),
  )
}

function isRegular(word: string): boolean {
  if (word.length < 4 || !word.endsWith('ed')) return false
  if (word.endsWith('eed')) return pastsInEed.has(word)
  return /[aeiouy]/.test(word.slice(0, -2))
}

/** A participle that cannot be a simple past, so that `AccountFrozenFunds` has no subject that acts. */
export function isParticipleOnly(word: string): boolean {
  return /(?:[^aeiou]en|wn|rn|gun|done|gone)$/.test(word) && !/ed$/.test(word)
}
