import { isObject, own, type Json, type JsonObject } from '../json/json'
import { SchemaDocument } from '../schema/schema-document'

/** Whether a member's name fits a pattern. */
export type NameTest = (name: string) => boolean

export interface MaskSources {
  /** The schema an event names: it describes the data, and its marks count. Undefined where nobody knows it. */
  readonly own: Json | undefined
  /** Schemas whose marks count as well: those published later, since what was found to be personal data is so in old events. */
  readonly later: readonly Json[]
  /** For `patternProperties`; null where the pattern cannot be run, which counts as fitting for marks and as not for the rest. */
  readonly compilePattern: (pattern: string) => NameTest | null
  /** Other documents that references may name, by their address without a fragment. */
  readonly resolve?: ((uri: string) => Json | undefined) | undefined
}

/** What is known of one place of the data. */
export interface MaskPlace {
  /** Marked `x-sensitive`, here or around it: nothing in it is shown. */
  readonly sensitive: boolean
  /** Whether a schema that applies names it. A `$ref` that leads nowhere describes nothing. */
  readonly declared: boolean
  /** Marked `x-key`, itself or the list that it is an item of. */
  readonly key: boolean
  member(name: string): MaskPlace
  item(index: number): MaskPlace
  /** Every place below that the schemas know, with its name where it has one. Places beyond those are undeclared. */
  known(): Iterable<readonly [name: string | null, place: MaskPlace]>
}

/** Schemas that apply at one place, and at all places together; what needs more is read as sensitive as a whole. */
const MAX_PARTS = 2_000
const MAX_ALL_PARTS = 200_000
/** Places told apart in one plan. */
const MAX_PLACES = 10_000

/** A schema object, and whether it describes or only marks. */
interface Part {
  readonly id: number
  readonly schema: JsonObject
  readonly source: Source
}

interface Source {
  readonly document: SchemaDocument
  readonly describes: boolean
  /** Numbers by which its schema objects are told apart, from those of other sources too. */
  readonly ids: Map<JsonObject, number>
}

/** A schema that applies somewhere, before it is looked into. */
interface Entry {
  readonly schema: Json
  readonly source: Source
}

/** In-place applicators that hold one schema, and lists of them: every branch counts, whichever an event takes. */
const SINGLE = ['if', 'then', 'else'] as const
const LISTS = ['allOf', 'anyOf', 'oneOf'] as const
const MAPS = ['dependentSchemas', 'dependencies'] as const
const LIST_KEYWORDS = ['items', 'prefixItems', 'contains', 'unevaluatedItems'] as const
const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'] as const
type ReferenceKeyword = (typeof REFERENCES)[number]

/**
 * Which places of an event's data are sensitive or undeclared, read from its schemas once and walked with each event.
 * Conditions are not evaluated: what one branch marks is sensitive, what one branch names is declared. Places are made
 * when data first comes there, so that recursion and size cost what is used. Bounded, never throws.
 * @returns the place of the whole data block
 */
export function planMask({ own: described, later, compilePattern, resolve }: MaskSources): MaskPlace {
  const plan = new Plan(compilePattern, resolve)
  const entries: Entry[] = later.map((schema) => ({ schema, source: sourceOf(schema, false) }))
  if (described !== undefined) entries.unshift({ schema: described, source: sourceOf(described, true) })
  return plan.whole(entries)
}

function sourceOf(schema: Json, describes: boolean): Source {
  return { document: new SchemaDocument(schema), describes, ids: new Map() }
}

class Plan {
  private readonly places = new Map<string, Place>()
  private ids = 0
  private allParts = 0
  private readonly tests = new Map<string, NameTest | null>()

  /** Other documents, by their address and whether they describe. */
  private readonly others = new Map<string, Source | undefined>()
  private readonly sources = new Set<Source>()

  constructor(
    private readonly compilePattern: MaskSources['compilePattern'],
    private readonly resolve: MaskSources['resolve'],
  ) {}

  /** The place of the whole, where all schemas begin. */
  whole(entries: readonly Entry[]): Place {
    for (const { source } of entries) this.sources.add(source)
    return this.place(entries, true)
  }

  /** @param key whether it is marked by what is around it */
  place(entries: readonly Entry[], named: boolean, key = false): Place {
    const { parts, isLost, isTooLarge } = this.expand(entries)
    const sensitive =
      isTooLarge || parts.some(({ schema }) => isMarked(schema, 'x-sensitive') || marksNames(schema))
    const declared = named && !isLost
    const ids = parts.map(({ id }) => id).sort((a, b) => a - b)
    const name = `${sensitive}${declared}${key}${ids.join(',')}`
    const known = this.places.get(name)
    if (known) return known
    this.allParts += parts.length
    const isFull = this.places.size >= MAX_PLACES || this.allParts > MAX_ALL_PARTS
    const made = new Place(this, isFull ? [] : parts, sensitive || isFull, declared, key)
    if (!isFull) this.places.set(name, made)
    return made
  }

  /** Null where the pattern cannot be run. */
  test(pattern: string): NameTest | null {
    let test = this.tests.get(pattern)
    if (test === undefined) this.tests.set(pattern, (test = this.compilePattern(pattern)))
    return test
  }

  /** All schema objects that hold at a place, through references and branches. Iterative, each once. */
  private expand(entries: readonly Entry[]) {
    const parts = new Map<number, Part>()
    const open = [...entries]
    let isLost = false
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const { schema, source } = at
      if (!isObject(schema)) continue
      const id = this.idOf(at.source, schema)
      if (parts.has(id)) continue
      if (parts.size >= MAX_PARTS) return { parts: [], isLost, isTooLarge: true }
      parts.set(id, { id, schema, source })
      const follow = (next: Json | undefined) => {
        if (next !== undefined) open.push({ schema: next, source })
      }
      for (const keyword of REFERENCES) {
        const reference = own(schema, keyword)
        if (typeof reference !== 'string') continue
        if (source.document.isCut) return { parts: [], isLost, isTooLarge: true }
        const target = this.targetOf(reference, schema, source)
        if (target === undefined) isLost = true
        else open.push(target, ...this.dynamicTargets(keyword, reference, source))
      }
      for (const keyword of SINGLE) follow(own(schema, keyword))
      for (const keyword of LISTS) for (const each of listOf(own(schema, keyword))) follow(each)
      for (const keyword of MAPS) for (const each of membersOf(own(schema, keyword))) follow(each)
    }
    return { parts: [...parts.values()], isLost, isTooLarge: false }
  }

  private targetOf(reference: string, from: JsonObject, source: Source): Entry | undefined {
    const here = source.document.resolve(reference, from)
    if (here) return { schema: here.schema, source }
    const [address = '', fragment = ''] = source.document.absolute(reference, from)?.split('#') ?? []
    const other = this.otherDocument(address, source)
    const there = other?.document.resolve(`#${fragment}`)
    return other && there && { schema: there.schema, source: other }
  }

  /**
   * Which of several schemas of one name such a reference means depends on the way there: all of them count, as branches
   * do. What the way came through is known by now.
   */
  private dynamicTargets(keyword: ReferenceKeyword, reference: string, { describes }: Source): Entry[] {
    if (keyword === '$ref') return []
    const anchor = keyword === '$recursiveRef' ? null : reference.slice(reference.indexOf('#') + 1)
    return [...this.sources]
      .filter((source) => source.describes === describes)
      .flatMap((source) =>
        source.document.dynamicTargets(anchor).map(({ schema }): Entry => ({ schema, source })),
      )
  }

  private otherDocument(uri: string, { describes }: Source): Source | undefined {
    if (!this.resolve || uri === '') return undefined
    const key = `${describes}${uri}`
    if (!this.others.has(key)) {
      const schema = this.resolve(uri)
      const other = schema === undefined ? undefined : sourceOf(schema, describes)
      this.others.set(key, other)
      if (other) this.sources.add(other)
    }
    return this.others.get(key)
  }

  private idOf({ ids }: Source, schema: JsonObject): number {
    let id = ids.get(schema)
    if (id === undefined) ids.set(schema, (id = this.ids++))
    return id
  }
}

class Place implements MaskPlace {
  readonly key: boolean
  private readonly names = new Set<string>()
  /** Whether members beyond `names` may be described or marked. */
  private readonly isOpen: boolean
  /** Whether items are described, or it is said to be a list. */
  private readonly isList: boolean
  /** Items with a schema of their own; all behind them are alike. */
  private readonly positions: number
  private readonly members = new Map<string, Place>()
  private readonly items: Place[] = []
  private nobody: Place | undefined

  constructor(
    private readonly plan: Plan,
    private readonly parts: readonly Part[],
    readonly sensitive: boolean,
    readonly declared: boolean,
    key: boolean,
  ) {
    this.key = key || parts.some(({ schema }) => isMarked(schema, 'x-key'))
    for (const { schema } of parts) {
      const properties = own(schema, 'properties')
      if (isObject(properties)) for (const name of Object.keys(properties)) this.names.add(name)
    }
    const lists = parts.flatMap(({ schema }) => [own(schema, 'prefixItems'), own(schema, 'items')])
    this.positions = Math.max(0, ...lists.map((list) => listOf(list).length))
    this.isList = parts.some(
      ({ schema }) =>
        isSaidToBeList(schema) || LIST_KEYWORDS.some((keyword) => own(schema, keyword) !== undefined),
    )
    this.isOpen = parts.some(({ schema }) =>
      ['patternProperties', 'additionalProperties', 'unevaluatedProperties'].some((keyword) =>
        isObject(own(schema, keyword)),
      ),
    )
  }

  member(name: string): Place {
    const known = this.members.get(name)
    if (known) return known
    if (!this.names.has(name)) return this.isOpen ? this.look(name) : this.undeclared()
    // Only names that schemas hold are remembered: those of strangers would fill the memory.
    const found = this.look(name)
    this.members.set(name, found)
    return found
  }

  item(index: number): Place {
    const at = Math.min(index, this.positions)
    return (this.items[at] ??= this.lookAt(at))
  }

  *known(): Iterable<readonly [string | null, Place]> {
    for (const name of this.names) yield [name, this.member(name)]
    if (this.isOpen) yield [null, this.others()]
    if (!this.isList) return
    for (let index = 0; index <= this.positions; index++) yield [null, this.item(index)]
  }

  private look(name: string): Place {
    const entries: Entry[] = []
    let declared = false
    for (const { schema, source } of this.parts) {
      let isNamed = false
      const add = (found: Json, describes: boolean) => {
        entries.push({ schema: found, source })
        declared ||= describes && source.describes
      }
      const properties = own(schema, 'properties')
      const property = isObject(properties) ? own(properties, name) : undefined
      if (property !== undefined) {
        isNamed = true
        add(property, true)
      }
      const patterns = own(schema, 'patternProperties')
      for (const pattern of isObject(patterns) ? Object.keys(patterns) : []) {
        const test = this.plan.test(pattern)
        if (test?.(name) === false) continue
        isNamed ||= test !== null
        add(own(patterns as JsonObject, pattern)!, test !== null)
      }
      if (isNamed) continue
      for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
        const other = own(schema, keyword)
        if (isObject(other)) add(other, Object.keys(other).length > 0)
      }
    }
    return this.plan.place(entries, declared)
  }

  private lookAt(index: number): Place {
    const entries = this.parts.flatMap(({ schema, source }): Entry[] => {
      const items = own(schema, 'items')
      const positions = Array.isArray(items) ? items : listOf(own(schema, 'prefixItems'))
      const rest = Array.isArray(items) ? own(schema, 'additionalItems') : items
      const found = [index < positions.length ? positions[index] : rest, own(schema, 'contains')]
      if (index >= positions.length) found.push(own(schema, 'unevaluatedItems'))
      return found.flatMap((each) => (each === undefined ? [] : [{ schema: each, source }]))
    })
    // Fields are what is declared or marked as a key: an item belongs to the field of its list.
    return this.plan.place(entries, true, this.key)
  }

  private undeclared(): Place {
    return (this.nobody ??= this.plan.place([], false))
  }

  /** Whatever may hold for members without a name of their own, together. */
  private others(): Place {
    const entries = this.parts.flatMap(({ schema, source }): Entry[] => [
      ...membersOf(own(schema, 'patternProperties')).map((each) => ({ schema: each, source })),
      ...['additionalProperties', 'unevaluatedProperties'].flatMap((keyword) => {
        const other = own(schema, keyword)
        return other === undefined ? [] : [{ schema: other, source }]
      }),
    ])
    return this.plan.place(entries, true)
  }
}

/** Anything but `false` marks: who writes `"x-sensitive": "pii"` means it. */
function isMarked(schema: JsonObject, keyword: 'x-sensitive' | 'x-key'): boolean {
  const mark = own(schema, keyword)
  return mark !== undefined && mark !== false
}

function isSaidToBeList(schema: JsonObject): boolean {
  const type = own(schema, 'type')
  return type === 'array' || listOf(type).includes('array')
}

/** Where names are personal data, all of the object is. */
function marksNames(schema: JsonObject): boolean {
  const names = own(schema, 'propertyNames')
  return isObject(names) && isMarked(names, 'x-sensitive')
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function membersOf(value: Json | undefined): readonly Json[] {
  return isObject(value) ? Object.values(value) : []
}

/** The place of data of which nothing is known: for whoever only wants to walk them. */
export const NOTHING_MARKED = planMask({ own: undefined, later: [], compilePattern: () => null })
