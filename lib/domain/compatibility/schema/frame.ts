import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import type { Algebra } from '../algebra/algebra'
import type { Node } from '../algebra/node'
import type { Documents, Location } from './documents'
import { isAtLeast, type Draft } from './drafts'
import type { DynamicScope } from './dynamic-scope'
import { referencesOf } from './references'

export type Below = 'property' | 'pattern' | 'additional' | 'item' | 'name'

/** Which property names are known where a schema stands. Policy `tolerant` has a say here; else every name is known. */
export interface Level {
  readonly id: number
  /** Undefined: every name. */
  known(): Node | undefined
  knows(name: string): boolean
  below(kind: Below, name?: string): Level
}

/**
 * The text of 2019-09 leaves the elements that `contains` found unevaluated, and validators do not: `perhaps` makes a
 * verdict that holds either way.
 */
export type ContainsEvaluates = 'perhaps' | 'yes' | 'no'

export interface FrameContext {
  readonly algebra: Algebra
  readonly containsEvaluates: ContainsEvaluates
  readonly documents: Documents
  compile(location: Location, scope: DynamicScope, level: Level | undefined): Node
  enter(scope: DynamicScope, location: Location): DynamicScope
}

/** Of a schema inside another: the keyword, and where that holds several, the name or index in it. */
export type Place = [keyword: string, inner?: string | number]

/** A schema object at its place, with what compiling its keywords needs. */
export class Frame {
  readonly algebra: Algebra

  constructor(
    private readonly context: FrameContext,
    readonly location: Location,
    readonly schema: JsonObject,
    readonly scope: DynamicScope,
    readonly level: Level | undefined,
  ) {
    this.algebra = context.algebra
  }

  get draft(): Draft {
    return this.location.resource.draft
  }

  get containsEvaluates(): ContainsEvaluates {
    return this.isAtLeast('2020-12') ? 'yes' : this.context.containsEvaluates
  }

  isAtLeast(draft: Draft): boolean {
    return isAtLeast(this.draft, draft)
  }

  get(keyword: string): Json | undefined {
    return own(this.schema, keyword)
  }

  /** The keyword's value if it is a count or another number. */
  number(keyword: string): number | undefined {
    const value = this.get(keyword)
    return typeof value === 'number' ? value : undefined
  }

  /** Name and value of each entry of a keyword that holds a map. */
  entries(keyword: string): [string, Json][] {
    const value = this.get(keyword)
    return isObject(value) ? Object.entries(value) : []
  }

  list(keyword: string): Json[] {
    const value = this.get(keyword)
    return Array.isArray(value) ? value : []
  }

  /** A schema for the same value as this one. */
  same(...place: Place): Node {
    return this.context.compile(this.child(place), this.scope, this.level)
  }

  /** A schema for elements: the one at `index`, or others. */
  element(index: number | undefined, ...place: Place): Node {
    const level = this.level?.below('item', index === undefined ? 'rest' : String(index))
    return this.context.compile(this.child(place), this.scope, level)
  }

  property(kind: Below, name: string | undefined, ...place: Place): Node {
    return this.context.compile(this.child(place), this.scope, this.level?.below(kind, name))
  }

  node(): Node {
    return this.context.compile(this.location, this.scope, this.level)
  }

  each(names: Node, schema: Node): Node {
    return this.algebra.each(this.known(names), schema)
  }

  has(name: string): Node {
    return this.algebra.some(this.known(this.algebra.word(name)), this.algebra.always)
  }

  private known(names: Node): Node {
    const { algebra, level } = this
    const known = level?.known()
    if (level === undefined || known === undefined) return names
    if (names.kind === 'strings' && !names.not) {
      if (names.values.size === 1) return level.knows([...names.values][0]!) ? names : algebra.never
      const listed = [...names.values].filter((name) => level.knows(name))
      return listed.length === 0 ? algebra.never : algebra.strings(listed)
    }
    if (names.kind === 'strings' && known.kind === 'strings') {
      const listed = [...known.values].filter((name) => !names.values.has(name))
      return listed.length === 0 ? algebra.never : algebra.strings(listed)
    }
    return algebra.and(names, known)
  }

  private child(place: Place): Location {
    return this.context.documents.child(this.location, ...place)
  }

  /** What `$ref` and its kind say here. What cannot be found is an unknown set, the same one wherever it is named. */
  references(): Node[] {
    return referencesOf(this.location, this.context.documents, this.scope).map((reference) =>
      'target' in reference
        ? this.context.compile(reference.target, this.scope, this.level)
        : this.algebra.opaque(`the reference ${reference.missing} leads nowhere here`),
    )
  }

  /** Frames of the schemas that apply to the same value: those references name. */
  referenced(): Frame[] {
    return referencesOf(this.location, this.context.documents, this.scope).flatMap((reference) =>
      'target' in reference ? this.frameAt(reference.target) : [],
    )
  }

  /** The frame of an inner schema for the same value; none if it is a boolean. */
  inner(...place: Place): Frame[] {
    const value = this.get(place[0])
    return typeof value === 'object' ? this.frameAt(this.child(place)) : []
  }

  private frameAt(location: Location): Frame[] {
    const { schema } = location
    if (!isObject(schema)) return []
    return [new Frame(this.context, location, schema, this.context.enter(this.scope, location), this.level)]
  }
}
