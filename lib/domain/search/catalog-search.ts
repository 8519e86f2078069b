import MiniSearch, { type SearchResult } from 'minisearch'
import { fold, tokens } from './tokens'

/** What the catalog search knows of one event type. */
export interface CatalogDocument {
  readonly name: string
  readonly entity: string
  readonly description: string
  readonly owner: string
  readonly domain: string
  readonly services: string
  /** Dotted field paths of the latest schema, joined by spaces. */
  readonly fields: string
}

export type MatchedPart = 'name' | 'description' | 'owner' | 'domain' | 'service' | 'field' | 'entity'

/** Where the words of a query were found; `ranges` are [start, end) offsets into `text`. */
export interface Match {
  in: MatchedPart
  text: string
  ranges: [number, number][]
}

export interface Hit {
  readonly name: string
  readonly score: number
  /** Looked for where it is asked for: of thousands of hits a page is shown. */
  matches: () => Match[]
}

const parts = ['name', 'entity', 'description', 'owner', 'domain', 'services', 'fields'] as const
const boost = { name: 8, entity: 3, fields: 2, owner: 2, domain: 1.5, services: 1.5, description: 1 }
const partNames: Record<(typeof parts)[number], MatchedPart> = {
  name: 'name',
  entity: 'entity',
  description: 'description',
  owner: 'owner',
  domain: 'domain',
  services: 'service',
  fields: 'field',
}

/**
 * A ranked index over event types: words inside names, beginnings of words, and words with a typing error. All words
 * of a query must be found, each in any part. Changes are told one document at a time.
 */
export class CatalogSearch {
  private readonly index = new MiniSearch<CatalogDocument>({
    idField: 'name',
    fields: [...parts],
    tokenize: (text, field) => [
      ...new Set([...tokens(text).map((token) => token.term), ...(field === 'name' ? [compact(text)] : [])]),
    ],
    processTerm: (term) => term,
  })
  private readonly documents = new Map<string, CatalogDocument>()

  get size(): number {
    return this.documents.size
  }

  /** Adds the documents in slices, so that a large catalog does not hold up everybody else. */
  async addAll(documents: readonly CatalogDocument[]): Promise<void> {
    for (const document of documents) this.documents.set(document.name, document)
    await this.index.addAllAsync(documents, { chunkSize: 200 })
  }

  put(document: CatalogDocument): void {
    if (this.documents.has(document.name)) this.index.replace(document)
    else this.index.add(document)
    this.documents.set(document.name, document)
  }

  remove(name: string): void {
    if (!this.documents.delete(name)) return
    this.index.discard(name)
  }

  /** Best first. A query without a word in it finds nothing. */
  search(query: string): Hit[] {
    const terms = queryTerms(query)
    if (terms.length === 0) return []
    const exact = this.find(terms, query, false)
    const results = exact.length > 0 ? exact : this.find(terms, query, true)
    return results.map((result): Hit => {
      const name = String(result.id)
      return { name, score: result.score, matches: () => this.findMatches(name, result, terms) }
    })
  }

  /** Errors are forgiven only where nothing is spelt as typed: `cart` should not also bring every card. */
  private find(terms: string[], query: string, forgiving: boolean): SearchResult[] {
    // An id that was pasted is a dozen scraps that thousands of words begin with; its longest mostly stands nowhere.
    if (terms.length > MANY_TERMS) {
      const longest = terms.reduce((a, b) => (b.length > a.length ? b : a))
      if (this.find([longest], query, forgiving).length === 0) return []
    }
    const whole = compact(query)
    return this.index.search(terms.join(' '), {
      combineWith: 'AND',
      boost,
      // A single letter begins thousands of words: it does while one types it, not in the middle of an id.
      prefix: (term, place, all) => term.length > 1 || place === all.length - 1,
      // Two letters changing places are two errors: "expried", "custmoer".
      fuzzy: (term) => (!forgiving || term.length < 4 ? false : term.length < 6 ? 1 : 2),
      weights: { prefix: 0.7, fuzzy: 0.2 },
      tokenize: (text) => text.split(' '),
      boostDocument: (name) => nameBoost(compact(String(name)), whole),
    })
  }

  private findMatches(name: string, result: SearchResult, terms: string[]): Match[] {
    const document = this.documents.get(name)
    if (!document) return []
    return parts.flatMap((part): Match[] => {
      const found = new Set(
        Object.entries(result.match).flatMap(([term, where]) => (where.includes(part) ? [term] : [])),
      )
      if (found.size === 0) return []
      const texts = part === 'fields' || part === 'services' ? document[part].split(' ') : [document[part]]
      return texts
        .map((text) => ({ in: partNames[part], text, ranges: rangesOf(text, found, terms) }))
        .filter((match) => match.ranges.length > 0)
        .slice(0, 3)
    })
  }
}

/** More words than somebody types who looks for an event type. */
const MANY_TERMS = 4

/** At most 12 words of a query count: the rest is somebody's pasted document. */
function queryTerms(query: string): string[] {
  return [...new Set(tokens(query.slice(0, 500)).map((token) => token.term))].slice(0, 12)
}

/** A name as people type it who leave the capitals out: `cardexpired`. */
function compact(text: string): string {
  return fold(text).replace(/[\s_.\-/]+/g, '')
}

/** The name itself, or its beginning, typed whole comes first. */
function nameBoost(name: string, query: string): number {
  if (name === query) return 6
  return name.startsWith(query) ? 2 : 1
}

/** The typed beginning of each found word is marked, or all of it where the match forgave an error. */
function rangesOf(text: string, found: ReadonlySet<string>, terms: readonly string[]): [number, number][] {
  const typedWhole = found.has(compact(text))
    ? terms.find((term) => compact(text).startsWith(term))
    : undefined
  if (typedWhole !== undefined) return [[0, Math.min(typedWhole.length, text.length)]]
  return tokens(text)
    .filter((token) => found.has(token.term))
    .map((token): [number, number] => {
      const typed = terms.filter((term) => token.term.startsWith(term)).sort((a, b) => b.length - a.length)[0]
      const length =
        typed === undefined ? token.end - token.start : Math.min(typed.length, token.end - token.start)
      return [token.start, token.start + length]
    })
}
