import { isAdverb, particles, particlesOrPrepositions, results } from './function-words'
import { wordsWithPlaces, type Word } from './words'

/** The part of a name that has to be in the past tense: the last segment without `Event` and version. */
export interface Phrase {
  places: Word[]
  /** The words in lower case, one for one with `places`. */
  words: string[]
  /** Short words in capitals inside a name of mixed case (`StatusLED`): no verbs. */
  acronyms: boolean[]
  /** `call.put_on_hold`: in lower case the segment before names the thing; `com.acme.PutOnHold` is a command. */
  hasThingBefore: boolean
}

/** More words than any name of 200 characters has before its verb; it keeps hostile names linear. */
const MOST_WORDS = 40

export function lastPhrase(name: string): Phrase {
  const all = wordsWithPlaces(name)
  const kept = all.slice(0, endWithoutSuffix(all))
  const from = Math.max(segmentStart(name, kept), kept.length - MOST_WORDS)
  const places = kept.slice(from)
  const isMixed = name !== name.toUpperCase()
  return {
    places,
    words: places.map((word) => word.text.toLowerCase()),
    acronyms: places.map((word) => isMixed && /^\p{Lu}{2,4}$/u.test(word.text)),
    hasThingBefore: from > 0 && /^\p{Ll}/u.test(places[0]?.text ?? ''),
  }
}

/** `OrderPlacedEvent`, `OrderPlacedV2`, `order.placed.v1`: neither suffix is part of what happened. */
function endWithoutSuffix(all: readonly Word[]): number {
  let end = all.length
  for (let changed = true; changed && end > 1;) {
    changed = false
    const last = all[end - 1]?.text.toLowerCase() ?? ''
    if (/^(?:event|events|evt)$/.test(last)) changed = true
    else if (/^\d+$/.test(last)) changed = true
    else if (/^(?:v|ver|version|rev)$/.test(last) && end < all.length && /^\d/.test(all[end]?.text ?? ''))
      changed = true
    if (changed) end--
  }
  return end
}

/** Dots are a namespace, except where they only stand between the words of one phrase: `user.signed.up`. */
function segmentStart(name: string, kept: readonly Word[]): number {
  let start = kept.length - 1
  while (start > 0) {
    const word = kept[start]
    const before = kept[start - 1]
    if (!word || !before) break
    const isBoundary = /[./:#\\|$]/.test(name.slice(before.end, word.start))
    if (isBoundary && !kept.slice(start).every((one) => cannotStandAlone(one.text.toLowerCase()))) break
    start--
  }
  return Math.max(start, 0)
}

function cannotStandAlone(word: string): boolean {
  return particles.has(word) || particlesOrPrepositions.has(word) || results.has(word) || isAdverb(word)
}
