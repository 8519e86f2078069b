import { isObject, type Json } from '@/lib/domain/json/json'
import type { Algebra } from '../algebra/algebra'
import type { Node } from '../algebra/node'
import type { Languages } from '../regex/languages'
import type { Below, Frame, Level } from '../schema/frame'
import { isOnlyReference } from '../schema/references'
import { TooLarge } from '../prove/budget'

/** The keywords with schemas for the same value, by what they hold. */
const sameValue = {
  lists: ['allOf', 'anyOf', 'oneOf'],
  single: ['not', 'if', 'then', 'else'],
  maps: ['dependentSchemas', 'dependencies'],
}
/** Places of a value at which something else is known; real schemas have some dozens. */
const maxLevels = 2_000
const restOfObject = ['additionalProperties', 'unevaluatedProperties']

/**
 * What a schema knows of an object at one place: the property names that any schema for that place speaks of, at
 * whatever depth of `allOf`, `anyOf`, `$ref` and their kind. Policy `tolerant` stands on it: producers send known
 * names only, consumers look at known names only.
 */
export class KnownNames implements Level {
  private readonly frames: readonly Frame[]
  private readonly children = new Map<string, KnownNames>()

  constructor(
    roots: readonly Frame[],
    readonly id: number,
    private readonly space: KnownNamesSpace,
  ) {
    this.frames = withSameValue(roots)
  }

  /** `everything`: no name is unknown, since a schema is given for all others, or the object is left free. */
  private readonly content = lazy(() => {
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
  })

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

  known(): Node | undefined {
    return this.knownSet()
  }

  private readonly knownSet = lazy((): Node | undefined => {
    const { names, patterns, everything } = this.content()
    if (everything) return undefined
    const { algebra } = this.space
    const listed = names.size === 0 ? algebra.never : algebra.strings(names)
    return algebra.or(listed, ...[...patterns].map((source) => algebra.pattern(source)))
  })

  below(kind: Below, name?: string): KnownNames {
    const key = `${kind} ${name ?? ''}`
    const known = this.children.get(key)
    if (known !== undefined) return known
    const child = this.space.at(this.framesBelow(kind, name))
    this.children.set(key, child)
    return child
  }

  private framesBelow(kind: Below, name: string | undefined): Frame[] {
    switch (kind) {
      case 'property':
        return this.frames.flatMap((frame) => this.propertyFrames(frame, name ?? ''))
      case 'pattern':
      case 'additional':
        return this.frames.flatMap((frame) => [
          ...mapped(frame, 'patternProperties'),
          ...restOfObject.flatMap((keyword) => frame.inner(keyword)),
        ])
      case 'item':
        return this.frames.flatMap((frame) => itemFrames(frame, name))
      case 'name':
        return []
    }
  }

  private propertyFrames(frame: Frame, name: string): Frame[] {
    const own = frame.lists('properties', name) ? frame.inner('properties', name) : []
    const matching = frame
      .entries('patternProperties')
      .filter(([source]) => this.space.matches(source, name) !== false)
    return [
      ...own,
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

/** The levels of one side, each made once. */
export class KnownNamesSpace {
  private readonly levels = new Map<string, KnownNames>()

  constructor(
    readonly algebra: Algebra,
    private readonly languages: Languages,
  ) {}

  matches(source: string, name: string): boolean | undefined {
    return this.languages.of(source)?.matches(name)
  }

  at(frames: readonly Frame[]): KnownNames {
    this.algebra.spend(1 + frames.length)
    const keys = new Set(frames.map(frameKey))
    const key = [...keys].sort().join(' ')
    let level = this.levels.get(key)
    if (level !== undefined) return level
    if (this.levels.size >= maxLevels) throw new TooLarge()
    level = new KnownNames(frames, this.levels.size, this)
    this.levels.set(key, level)
    return level
  }
}

function frameKey(frame: Frame): string {
  return `${frame.location.document}#${frame.location.pointer}|${frame.scope.id}`
}

function withSameValue(roots: readonly Frame[]): Frame[] {
  const found = new Map<string, Frame>()
  const open = [...roots]
  for (let frame = open.pop(); frame !== undefined; frame = open.pop()) {
    frame.algebra.spend(1)
    if (found.has(frameKey(frame))) continue
    found.set(frameKey(frame), frame)
    open.push(...frame.referenced())
    if (isOnlyReference(frame.location)) continue
    for (const keyword of sameValue.lists)
      open.push(...frame.list(keyword).flatMap((_, index) => frame?.inner(keyword, index) ?? []))
    for (const keyword of sameValue.single) open.push(...frame.inner(keyword))
    for (const keyword of sameValue.maps) open.push(...mapped(frame, keyword))
  }
  return [...found.values()].filter((frame) => !isOnlyReference(frame.location))
}

function mapped(frame: Frame, keyword: string): Frame[] {
  return frame.entries(keyword).flatMap(([name]) => frame.inner(keyword, name))
}

function requiredNames(frame: Frame): string[] {
  const dependent = ['dependentRequired', 'dependencies'].flatMap((keyword) =>
    frame.entries(keyword).flatMap(([name, others]) => [name, ...(Array.isArray(others) ? others : [])]),
  )
  const dependentSchemas = frame.entries('dependentSchemas').map(([name]) => name)
  return [...frame.list('required'), ...dependent, ...dependentSchemas].filter(
    (name) => typeof name === 'string',
  )
}

/** A schema that says something of the other properties, so that they are known: a map. */
function isDemanding(schema: Json | undefined): boolean {
  return isObject(schema) && Object.keys(schema).length > 0
}

/** Of the element at `index`; `rest`: beyond those that have a schema of their own. */
function itemFrames(frame: Frame, index: string | undefined): Frame[] {
  const rest = ['additionalItems', 'contains', 'unevaluatedItems'].flatMap((keyword) => frame.inner(keyword))
  const positional = ['prefixItems', 'items'].flatMap((keyword) =>
    Number(index) < frame.list(keyword).length ? frame.inner(keyword, Number(index)) : [],
  )
  return [...positional, ...frame.inner('items'), ...rest]
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
