import {
  determiners,
  pastAuxiliaries,
  prepositions,
  presentAuxiliaries,
} from '@/lib/domain/naming/function-words'
import { splitEventName } from '@/lib/domain/naming/split-event-name'
import { stem } from './stem'
import { tokens } from './tokens'

/** What is compared of an event type. */
export interface AlikeDocument {
  readonly name: string
  readonly description: string
  /** Dotted paths, as the catalog lists them. */
  readonly fields: readonly string[]
}

export const PARTS = ['thing', 'verb', 'fields', 'meaning'] as const
export type Part = (typeof PARTS)[number]

/** The terms of each part, with the text that each came from. */
export interface Terms extends Readonly<Record<Part, ReadonlyMap<string, string>>> {
  /** What the thing is at bottom: `card` of `CreditCardBlocked`. Null where its name goes on behind the verb. */
  readonly head: string | null
}

/** What says nothing in a description: it stands in most of them. */
/** `CardHasBeenBlocked` says no more than `CardBlocked`. */
const AUXILIARY: ReadonlySet<string> = new Set([...pastAuxiliaries, ...presentAuxiliaries])
const SMALL: ReadonlySet<string> = new Set([...prepositions, ...determiners])
const EMPTY: ReadonlySet<string> = new Set([
  ...SMALL,
  ...`be been was were are will would can may must it its this that these those there which who whom whose what has have had
   do does did sent event events happen happened so also only once per via we they them their our one two some other
   when where how why yet still again both such own same more less very much`.split(/\s+/),
])
/** Fields so called say nothing without what they belong to. */
const BARE = new Set(
  `id ids name names type types code codes status state value values amount currency date time at on by number count text
   title kind label description version url uri key data meta note notes comment reason`.split(/\s+/),
)
/** `card.blocked.v2`, `CardBlockedV2`. */
const VERSION = /[._-]?[Vv]\d{1,3}$/
const MOST_WORDS = 300
const MOST_FIELDS = 500

export function termsOf({ name, description, fields }: AlikeDocument): Terms {
  const { before, verb, after, tense } = splitEventName(name.replace(VERSION, ''))
  const thing = wordsOf(`${before} ${after}`.trim().replace(/[Ee]vent$/, ''))
  return {
    thing,
    head: /^(?:[Ee]vent)?$/.test(after) ? ([...thing.keys()].at(-1) ?? null) : null,
    verb: tense === 'none' ? new Map() : wordsOf(verb, AUXILIARY),
    fields: new Map(fields.slice(0, MOST_FIELDS).map((path) => [fieldTerm(path), path])),
    meaning: wordsOf(description, EMPTY),
  }
}

/** @param empty words that say nothing here */
function wordsOf(text: string, empty: ReadonlySet<string> = SMALL): Map<string, string> {
  return new Map(
    tokens(text, MOST_WORDS)
      .filter(({ term }) => !empty.has(term) && !/^\d+$/.test(term))
      .map(({ term }) => [stem(term), term]),
  )
}

/** `customer.address.city` is a city wherever it stands; `order.id` and `order_id` are one, a bare `id` is none. */
function fieldTerm(path: string): string {
  const segments = path.split('.')
  const leaf = wordsIn(segments.at(-1) ?? '')
  const isBare = leaf.every((word) => BARE.has(word))
  const words = isBare && segments.length > 1 ? [...wordsIn(segments.at(-2) ?? ''), ...leaf] : leaf
  return [...new Set(words.map(stem))].join(' ')
}

function wordsIn(segment: string): string[] {
  return tokens(segment, 20).map(({ term }) => term)
}
