import { isObject, type Json } from '@/lib/domain/json/json'
import type { Algebra } from '../algebra/algebra'
import type { Node } from '../algebra/node'
import type { Languages } from '../regex/languages'
import type { Below, Frame, Level } from '../schema/frame'
import { isOnlyReference } from '../schema/references'
import type { Trees } from '../schema/trees'
import { TooLarge } from '../prove/budget'

/** The keywords with schemas for the same value, by what they hold. */
const sameValue = {
  lists: ['allOf', 'anyOf', 'oneOf'],
  single: ['not', 'if', 'then', 'else'],
  maps: ['dependentSchemas', 'dependencies'],
}
/** Places of a value at which something else is known, of both sides; real schemas have some dozens. */
const maxLevels = 4_000
const restOfObject = ['additionalProperties', 'unevaluatedProperties']

interface Content {
  readonly names: ReadonlySet<string>
  readonly patterns: ReadonlySet<string>
  /** No name is unknown, since a schema is given for all others, or the object is left free. */
  readonly everything: boolean
}

/** Who of many schemas speaks of a property: to ask all of them at each name takes seconds where a choice has thousands. */
interface Speakers {
  /** By the name that they list among their `properties`. */
  readonly listing: ReadonlyMap<string, readonly Frame[]>
  /** Those that speak of names which they do not list. */
  readonly others: readonly Frame[]
}

/**
 * What a schema knows of an object at one place: the property names that any schema for that place speaks of, at
 * whatever depth of `allOf`, `anyOf`, `$ref` and their kind. Policy `tolerant` stands on it: producers send known
 * names only, consumers look at known names only.
 */
export class KnownNames implements Level {
  private readonly frames: readonly Frame[]
  private readonly children = new Map<string, KnownNames>()
  private named: Content | undefined
  private knownSet: Node | undefined
  private speakers: Speakers | undefined
  private isUnevenHere = false

  constructor(
    roots: readonly Frame[],
    readonly id: number,
    private readonly space: KnownNamesSpace,
  ) {
    this.frames = space.withSameValue(roots)
  }

  private content(): Content {
    this.named ??= this.readContent()
    return this.named
  }

  private readContent(): Content {
    const names = new Set<string>()
    const patterns = new Set<string>()
    let [everything, isDeclared] = [false, false]
    for (const frame of this.frames) {
      for (const [name] of frame.entries('properties')) names.add(name)
      for (const [source] of frame.entries('patternProperties')) patterns.add(source)
      for (const name of requiredNames(frame)) names.add(name)
      isDeclared ||=
        frame.get('properties') !== undefined || restOfObject.some((keyword) => frame.get(keyword) === false)
      everything ||= restOfObject.some((keyword) => isDemanding(frame.get(keyword)))
    }
    isDeclared ||= names.size + patterns.size > 0
    return { names, patterns, everything: everything || !isDeclared }
  }

  get names(): ReadonlySet<string> {
    return this.content().names
  }

  get patterns(): ReadonlySet<string> {
    return this.content().patterns
  }

  knows(name: string): boolean {
    const { names, patterns, everything } = this.content()
    return (
      everything ||
      names.has(name) ||
      [...patterns].some((source) => this.space.matches(source, name) !== false)
    )
  }

  /** The set of the known names; undefined where every name is known. */
  known(): Node | undefined {
    const { names, patterns, everything } = this.content()
    if (everything) return undefined
    const { algebra } = this.space
    this.knownSet ??= algebra.or(
      names.size === 0 ? algebra.never : algebra.strings(names),
      ...[...patterns].map((source) => algebra.pattern(source)),
    )
    return this.knownSet
  }

  below(kind: Below, name?: string): KnownNames {
    const key = `${kind} ${name ?? ''}`
    const known = this.children.get(key)
    if (known !== undefined) return known
    const child = this.space.at(this.framesBelow(kind, name))
    this.children.set(key, child)
    return child
  }

  /**
   * Whether, as far as was asked, somewhere below more is known of a value than one of the schemas for it knows at its
   * own place: a listed property that `additionalProperties` or a pattern of another branch speaks of too.
   */
  isUneven(): boolean {
    const met = new Set<KnownNames>([this])
    for (const level of met) {
      if (level.isUnevenHere) return true
      for (const child of level.children.values()) met.add(child)
    }
    return false
  }

  private framesBelow(kind: Below, name: string | undefined): Frame[] {
    switch (kind) {
      case 'property': {
        const { listing, others: speaking } = (this.speakers ??= speakersOf(this.frames))
        const own = (listing.get(name ?? '') ?? []).flatMap((frame) => frame.inner('properties', name))
        const others = speaking.flatMap((frame) => this.otherFrames(frame, name ?? ''))
        this.isUnevenHere ||= own.length > 0 && others.length > 0
        return [...own, ...others]
      }
      case 'pattern':
      case 'additional':
        return this.frames.flatMap((frame) => [
          ...mapped(frame, 'patternProperties'),
          ...restOfObject.flatMap((keyword) => frame.inner(keyword)),
        ])
      case 'item': {
        const own = this.frames.flatMap((frame) => positionFrames(frame, name))
        const others = this.frames.flatMap(restFrames)
        this.isUnevenHere ||= own.length > 0 && others.length > 0
        return [...own, ...others]
      }
      case 'name':
        return []
    }
  }

  /** Of the schemas for a property that are not given under its name. */
  private otherFrames(frame: Frame, name: string): Frame[] {
    const matching = frame
      .entries('patternProperties')
      .filter(([source]) => this.space.matches(source, name) !== false)
    return [
      ...matching.flatMap(([source]) => frame.inner('patternProperties', source)),
      ...restOfObject.flatMap((keyword) => frame.inner(keyword)),
    ]
  }

  /** How many first elements have a schema of their own, and whether any element has one. */
  get items(): { positions: number; hasAny: boolean } {
    const positions = Math.max(
      0,
      ...this.frames.map((frame) => Math.max(frame.list('prefixItems').length, frame.list('items').length)),
    )
    const keywords = ['items', 'prefixItems', 'additionalItems', 'contains', 'unevaluatedItems']
    return {
      positions,
      hasAny: this.frames.some((frame) => keywords.some((keyword) => frame.get(keyword) !== undefined)),
    }
  }
}

/** The levels of both sides, each made once: what both spell alike has one level. */
export class KnownNamesSpace {
  private readonly levels = new Map<string, KnownNames>()
  constructor(
    readonly algebra: Algebra,
    private readonly languages: Languages,
    private readonly trees: Trees,
  ) {}

  matches(source: string, name: string): boolean | undefined {
    return this.languages.of(source)?.matches(name)
  }

  at(frames: readonly Frame[]): KnownNames {
    this.algebra.spend(1 + frames.length)
    const key =
      frames.length === 1
        ? this.keyOf(frames[0]!)
        : [...new Set(frames.map((frame) => this.keyOf(frame)))].sort().join(' ')
    let level = this.levels.get(key)
    if (level !== undefined) return level
    if (this.levels.size >= maxLevels) throw new TooLarge()
    level = new KnownNames(frames, this.levels.size, this)
    this.levels.set(key, level)
    return level
  }

  /** These and every schema inside them for the same value. */
  withSameValue(roots: readonly Frame[]): Frame[] {
    const found = new Map<string, Frame>()
    const open = [...roots]
    for (let frame = open.pop(); frame !== undefined; frame = open.pop()) {
      frame.algebra.spend(1)
      const key = this.keyOf(frame)
      if (found.has(key)) continue
      found.set(key, frame)
      if (!speaksOfSameValue(frame)) continue
      open.push(...frame.referenced())
      if (isOnlyReference(frame.location)) continue
      for (const keyword of sameValue.lists)
        open.push(...frame.list(keyword).flatMap((_, index) => frame?.inner(keyword, index) ?? []))
      for (const keyword of sameValue.single) open.push(...frame.inner(keyword))
      for (const keyword of sameValue.maps) open.push(...mapped(frame, keyword))
    }
    return [...found.values()].filter((frame) => !isOnlyReference(frame.location))
  }

  private keyOf({ location, scope }: Frame): string {
    const tree = this.trees.numberOf(location)
    return tree === undefined ? `${location.document}#${location.pointer}|${scope.id}` : `=${tree}`
  }
}

const sameValueKeywords = new Set([
  ...['$ref', '$dynamicRef', '$recursiveRef'],
  ...[...sameValue.lists, ...sameValue.single, ...sameValue.maps],
])

function speaksOfSameValue(frame: Frame): boolean {
  for (const keyword in frame.schema) if (sameValueKeywords.has(keyword)) return true
  return false
}

function mapped(frame: Frame, keyword: string): Frame[] {
  return frame.entries(keyword).flatMap(([name]) => frame.inner(keyword, name))
}

function requiredNames(frame: Frame): string[] {
  if (!naming.some((keyword) => frame.get(keyword) !== undefined)) return []
  const dependent = ['dependentRequired', 'dependencies'].flatMap((keyword) =>
    frame.entries(keyword).flatMap(([name, others]) => [name, ...(Array.isArray(others) ? others : [])]),
  )
  const dependentSchemas = frame.entries('dependentSchemas').map(([name]) => name)
  return [...frame.list('required'), ...dependent, ...dependentSchemas].filter(
    (name) => typeof name === 'string',
  )
}

const naming = ['required', 'dependentRequired', 'dependencies', 'dependentSchemas']

/** A schema that says something of the other properties, so that they are known: a map. */
function isDemanding(schema: Json | undefined): boolean {
  return isObject(schema) && Object.keys(schema).length > 0
}

function speakersOf(frames: readonly Frame[]): Speakers {
  const listing = new Map<string, Frame[]>()
  for (const frame of frames)
    for (const [name] of frame.entries('properties')) {
      const known = listing.get(name)
      if (known === undefined) listing.set(name, [frame])
      else known.push(frame)
    }
  const beyond = ['patternProperties', ...restOfObject]
  return { listing, others: frames.filter((frame) => beyond.some((key) => frame.get(key) !== undefined)) }
}

/** Of the schemas that are given for the element at `index` alone; `rest`: none. */
function positionFrames(frame: Frame, index: string | undefined): Frame[] {
  return ['prefixItems', 'items'].flatMap((keyword) =>
    Number(index) < frame.list(keyword).length ? frame.inner(keyword, Number(index)) : [],
  )
}

/** Of the schemas for elements at no given place. */
function restFrames(frame: Frame): Frame[] {
  return ['items', 'additionalItems', 'contains', 'unevaluatedItems'].flatMap((keyword) =>
    frame.inner(keyword),
  )
}
