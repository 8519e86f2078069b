import {
  actors,
  determiners,
  isAdverb,
  messageNouns,
  negations,
  objectTakers,
  openingCommands,
  openingQuestions,
  outcomes,
  particles,
  particlesOrPrepositions,
  pastAuxiliaries,
  prepositions,
  presentAuxiliaries,
  results,
  sendingVerbs,
  thingNouns,
  workNouns,
} from './function-words'
import { lastPhrase, type Phrase } from './last-phrase'
import { nounsThatAreVerbs } from './irregular-verbs'
import { isParticipleOnly, tenseOfWord, type Tense } from './past-tense-verb'

/** A name in three parts that join to the whole again; without a past-tense verb all of it is `before`. */
export interface SplitEventName {
  before: string
  verb: string
  after: string
  tense: Tense
}

/** The words of the verb phrase, `from` inclusive, `to` exclusive. */
interface VerbPlace {
  from: number
  to: number
  tense: Exclude<Tense, 'none'>
}

/**
 * Where the past-tense verb phrase stands in an event's name: `Card|Expired`, `Item|PutAway`,
 * `Password|HasBeenChanged`, `Product|Added|ToCart`, `com.shop.order.|placed|.v2`. `ambiguous` is a verb whose past
 * is spelt like its base or like a noun (`PasswordReset`); it is accepted.
 */
export function splitEventName(name: string): SplitEventName {
  const phrase = lastPhrase(name)
  const place = findVerb(phrase)
  const first = place && phrase.places[place.from]
  const last = place && phrase.places[place.to - 1]
  if (!first || !last) return { before: name, verb: '', after: '', tense: 'none' }
  return {
    before: name.slice(0, first.start),
    verb: name.slice(first.start, last.end),
    after: name.slice(last.end),
    tense: place.tense,
  }
}

function findVerb(phrase: Phrase): VerbPlace | null {
  for (let index = phrase.words.length - 1; index >= 0; index--) {
    const place = verbAt(phrase, index)
    if (!place) continue
    // "Sent 2 Read": an infinitive, so what was sent has not been read.
    if (/^[24]$/.test(phrase.words[index - 1] ?? '') && place.tense === 'ambiguous' && index > 1) return null
    return mainVerb(phrase, index, place)
  }
  return null
}

/** `MarkedAsShipped`, `InvitedToBid`: behind a preposition the earlier verb is the one that happened. */
function mainVerb(phrase: Phrase, index: number, place: VerbPlace): VerbPlace | null {
  const wordBefore = phrase.words[index - 1] ?? ''
  if (!/^(?:as|to|from|by|for|with|of|at|into)$/.test(wordBefore)) return place
  for (let earlier = index - 2; earlier >= 0; earlier--) {
    const found = verbAt(phrase, earlier)
    if (found) return found
  }
  return wordBefore === 'to' ? null : place
}

function verbAt(phrase: Phrase, index: number): VerbPlace | null {
  const { words } = phrase
  const word = words[index] ?? ''
  const tense = phrase.acronyms[index] ? 'none' : tenseOfWord(word, words[index - 1])
  if (tense === 'none' && word !== 'could') return null
  if (tense === 'ambiguous' && index === 1 && objectTakers.has(words[0] ?? '')) return null
  const from = auxiliariesBefore(words, index)
  if (from === index && nounsThatAreVerbs.has(word) && !isDone(words, index)) return null
  if (from === null || isQuestionOrCommand(words, from, index)) return null
  const to = endOfVerb(words, index)
  const verdict: VerbPlace = { from, to, tense: tense === 'none' || from < index ? 'past' : tense }
  return restFits(phrase, verdict, index) ? verdict : null
}

/** Whether somebody does it (`SellerBid`) or words behind it show the verb (`LotBidOn`, `InvoiceOffsetAgainstCredit`). */
function isDone(words: readonly string[], index: number): boolean {
  return actors.has(words[index - 1] ?? '') || (index > 0 && isOpener(words[index + 1] ?? ''))
}

/** Where the verb phrase begins, with its auxiliaries (`HasBeenChanged`, `NotFound`), or null where they are present tense. */
function auxiliariesBefore(words: readonly string[], index: number): number | null {
  let from = index
  for (let place = index - 1; place >= 0; place--) {
    const word = words[place] ?? ''
    const isPastBe = word === 'be' && pastModalBefore(words, place).startsWith('could')
    if (presentAuxiliaries.has(word) && !isPastBe) return null
    if (pastAuxiliaries.has(word) || negations.has(word) || isPastBe) from = place
    else if (!/..ly$|^(?:just|already|ever)$/.test(word)) break
  }
  return from
}

function pastModalBefore(words: readonly string[], place: number): string {
  const word = words[place - 1] ?? ''
  return negations.has(word) ? (words[place - 2] ?? '') : word
}

function isQuestionOrCommand(words: readonly string[], from: number, index: number): boolean {
  const opening = words[0] ?? ''
  // `IsActiveChanged` is about a field of that name.
  const isOfField =
    /^(?:changed|toggled|updated|modified)$/.test(words[index] ?? '') && index > 1 && from === index
  if (openingQuestions.has(opening) && index > 0 && !isOfField) return from > 0 || index === 1
  if (!openingCommands.has(opening) || index < 2) return false
  return !outcomes.has(words[index] ?? '')
}

/** Takes in the particles (`RolledBack`, `LoggedIn`) and what `Did` and `Could` govern (`DidNotArrive`). */
function endOfVerb(words: readonly string[], index: number): number {
  let to = index + 1
  if (/^(?:did|didnt|could|couldnt)$/.test(words[index] ?? '')) {
    while (negations.has(words[to] ?? '') || words[to] === 'be') to++
    to = Math.min(to + 1, words.length)
  }
  while (particles.has(words[to] ?? '')) to++
  const next = words[to + 1]
  if (
    particlesOrPrepositions.has(words[to] ?? '') &&
    (next === undefined || prepositions.has(next) || isAdverb(next))
  )
    to++
  return to
}

/** What may follow a verb without being its object. */
function isOpener(word: string): boolean {
  return prepositions.has(word) || results.has(word) || isAdverb(word)
}

/** Whether what follows the verb leaves it the verb of the name, rather than an adjective before a noun. */
function restFits(phrase: Phrase, place: VerbPlace, index: number): boolean {
  const { words } = phrase
  const first = words[place.to]
  const last = words[words.length - 1] ?? ''
  if (first === undefined) return !/^(?:by|at)$/.test(words[place.to - 1] ?? '') || words.length === 1
  const opensImperative = index === 0 && place.tense === 'ambiguous' && !phrase.hasThingBefore
  if (isOpener(first)) {
    const isField = /^(?:at|by)$/.test(last) && place.to === words.length - 1
    return !opensImperative && !isField && !/^(?:handler|listener|command|notification)s?$/.test(last)
  }
  return objectFits(words, place, index, last)
}

/** `CustomerPlacedOrder` happened; `ShippedOrder`, `NewlyRegisteredUser` and `OrderPlacedNotification` are things. */
function objectFits(words: readonly string[], place: VerbPlace, index: number, last: string): boolean {
  const verb = words[index] ?? ''
  const subject = words.slice(0, place.from).filter((word) => !determiners.has(word) && !/..ly$/.test(word))
  const isActor = actors.has(subject[subject.length - 1] ?? '')
  if (subject.length === 0 || thingNouns.has(last)) return false
  if (messageNouns.has(last) && !(isActor && sendingVerbs.has(verb))) return false
  if (workNouns.has(last) && !isActor) return false
  if (place.tense === 'ambiguous') return isActor
  return place.from < index || !isParticipleOnly(verb)
}
