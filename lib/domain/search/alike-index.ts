import { stem } from './stem'
import { termsOf, PARTS, type AlikeDocument, type Part, type Terms } from './alike-terms'

/** An event type that may be the same thing, and what it has in common. */
export interface Alike {
  readonly name: string
  /** Between 0 and 1, for the order alone. */
  readonly score: number
  /** Whether its name speaks of the same thing, and says that the same happened, perhaps in other words. */
  readonly sameThing: boolean
  readonly sameVerb: boolean
  /** The fields of the draft that the other has too, the rarest first. */
  readonly shared: readonly string[]
  /** How many different fields the draft has. */
  readonly fields: number
}

/** Terms that more than this share of the catalog has lead nowhere: they count, but find no candidates. */
const COMMON_SHARE = 0.2
const COMMON_LEAST = 50
/** What becomes of an entity, in the words that stand for each: its three events are alike by design. */
const CUD = new Set(['create', 'update', 'delete'].map(stem))
/** Candidates that are looked at closely. */
const CLOSE = 200

interface Entry {
  readonly document: AlikeDocument
  readonly terms: Terms
}

/**
 * Event types that mean the same thing as a draft, by name, fields and description. It keeps postings of terms, so that
 * a question costs what is similar and not what there is; and it says nothing rather than something doubtful.
 */
export class AlikeIndex {
  private readonly entries = new Map<string, Entry>()
  private readonly postings: Record<Part, Map<string, Set<string>>> = {
    thing: new Map(),
    verb: new Map(),
    fields: new Map(),
    meaning: new Map(),
  }

  put(document: AlikeDocument): void {
    this.remove(document.name)
    const terms = termsOf(document)
    this.entries.set(document.name, { document, terms })
    for (const part of PARTS) {
      for (const term of terms[part].keys()) {
        const posting = this.postings[part].get(term)
        if (posting) posting.add(document.name)
        else this.postings[part].set(term, new Set([document.name]))
      }
    }
  }

  remove(name: string): void {
    const entry = this.entries.get(name)
    if (!entry) return
    this.entries.delete(name)
    for (const part of PARTS) {
      for (const term of entry.terms[part].keys()) {
        const posting = this.postings[part].get(term)
        posting?.delete(name)
        if (posting?.size === 0) this.postings[part].delete(term)
      }
    }
  }

  /** Best first, at most `limit`; never the draft's own event type. */
  find(draft: AlikeDocument, limit = 5): Alike[] {
    const terms = termsOf(draft)
    const found: Alike[] = []
    for (const name of this.candidates(draft.name, terms)) {
      const entry = this.entries.get(name)
      const alike = entry && this.compare(draft, terms, entry)
      if (alike) found.push(alike)
    }
    return found.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1)).slice(0, limit)
  }

  /** Those that share the most of what is rare. */
  private candidates(own: string, terms: Terms): string[] {
    const common = Math.max(COMMON_LEAST, this.entries.size * COMMON_SHARE)
    const weights = new Map<string, number>()
    for (const part of ['thing', 'fields', 'meaning'] as const) {
      for (const term of terms[part].keys()) {
        const posting = this.postings[part].get(term)
        if (!posting || posting.size > common) continue
        const weight = this.rarity(part, term)
        for (const name of posting) if (name !== own) weights.set(name, (weights.get(name) ?? 0) + weight)
      }
    }
    return [...weights]
      .sort((a, b) => b[1] - a[1])
      .slice(0, CLOSE)
      .map(([name]) => name)
  }

  private compare(draft: AlikeDocument, terms: Terms, { document, terms: other }: Entry): Alike | undefined {
    const thing = this.similarity('thing', terms, other)
    const verb = this.similarity('verb', terms, other)
    const fields = Math.max(this.similarity('fields', terms, other), 0.8 * this.coverage(terms, other))
    const meaning = this.similarity('meaning', terms, other)
    const shared = [...terms.fields].filter(([term]) => other.fields.has(term))
    // Created and Updated of one entity, authorised and captured of one payment: steps of one life, by design alike.
    const hasOtherVerb = terms.verb.size > 0 && other.verb.size > 0 && verb < 0.99
    const saysTheSame = haveSameWords(terms, other)
    const isOneKind = verb >= 0.99 && isKindOf(terms, other)
    const areOperations = [terms, other].every((one) => [...one.verb.keys()].every((word) => CUD.has(word)))
    const evidence = {
      ...{ thing, verb, fields, meaning, shared: shared.length },
      ...{ saysTheSame, isOneKind, hasOtherVerb, areOperations },
    }
    if (!isTold(evidence)) return undefined
    return {
      name: document.name,
      score: 0.3 * thing + 0.2 * verb + 0.3 * fields + 0.2 * meaning,
      sameThing: thing >= 0.6 || saysTheSame || isOneKind,
      sameVerb: verb >= 0.99 || saysTheSame,
      shared: shared
        .sort((a, b) => this.rarity('fields', b[0]) - this.rarity('fields', a[0]))
        .map(([, path]) => path),
      fields: terms.fields.size,
    }
  }

  /** How much of what both have in all is shared, the rare counting more: between 0 and 1. */
  private similarity(part: Part, one: Terms, other: Terms): number {
    const sum = (terms: Iterable<string>) => {
      let total = 0
      for (const term of terms) total += this.rarity(part, term)
      return total
    }
    const all = sum(one[part].keys()) + sum(other[part].keys())
    if (all === 0) return 0
    return (2 * sum([...one[part].keys()].filter((term) => other[part].has(term)))) / all
  }

  /** How much of a draft's fields another event type has: it may well have more. */
  private coverage(draft: Terms, other: Terms): number {
    const weigh = (terms: readonly string[]) =>
      terms.reduce((sum, term) => sum + this.rarity('fields', term), 0)
    const own = [...draft.fields.keys()]
    const shared = own.filter((term) => other.fields.has(term))
    return shared.length < 4 ? 0 : weigh(shared) / weigh(own)
  }

  private rarity(part: Part, term: string): number {
    return Math.log(1 + (this.entries.size + 1) / (1 + (this.postings[part].get(term)?.size ?? 0)))
  }
}

/** Whether both names have the same words, whichever of them is taken for the verb. */
function haveSameWords(one: Terms, other: Terms): boolean {
  const words = (of: Terms) => [...of.thing.keys(), ...of.verb.keys()].sort().join(' ')
  return one.thing.size + one.verb.size > 1 && words(one) === words(other)
}

/** Whether one name's thing is the other's, said more closely: the same at bottom, with all words of the shorter. */
function isKindOf(one: Terms, other: Terms): boolean {
  if (one.head === null || one.head !== other.head) return false
  const [shorter, longer] = one.thing.size < other.thing.size ? [one, other] : [other, one]
  return [...shorter.thing.keys()].every((word) => longer.thing.has(word))
}

interface Evidence {
  readonly thing: number
  readonly verb: number
  readonly fields: number
  readonly meaning: number
  readonly shared: number
  /** `BlockCard` and `CardBlocked`. */
  readonly saysTheSame: boolean
  /** `CreditCardBlocked` and `CardBlocked`. */
  readonly isOneKind: boolean
  readonly areOperations: boolean
  readonly hasOtherVerb: boolean
}

/**
 * Whether it is worth an author's time. Tuned on the demo company's and Eiffel's event types: a name alone is enough
 * only where it says the same in other words; otherwise two signs have to agree. Something else that happened to the
 * same thing is told where description and fields say that it is no other step: among the demo's steps of one life no
 * two come near to both.
 */
function isTold(evidence: Evidence): boolean {
  const { thing, verb, fields, meaning, shared, saysTheSame, isOneKind, hasOtherVerb, areOperations } =
    evidence
  if (saysTheSame || isOneKind) return true
  if (hasOtherVerb) {
    if (thing >= 0.85) return !areOperations && fields >= 0.5 && meaning >= 0.4
    return thing < 0.3 && fields >= 0.6 && shared >= 4 && meaning >= 0.15
  }
  const name = verb > 0 ? thing : thing * 0.8
  if (name >= 0.85) return true
  if (name >= 0.5) return fields >= 0.3 || meaning >= 0.25
  return (fields >= 0.5 && shared >= 3 && meaning >= 0.2) || (fields >= 0.75 && shared >= 5)
}
