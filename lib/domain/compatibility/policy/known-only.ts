import { isObject, type Json, type JsonObject } from '@/lib/domain/json/json'
import type { Algebra } from '../algebra/algebra'
import type { Node } from '../algebra/node'
import { Undecided } from '../prove/budget'
import type { KnownNames } from './known-names'

/** Levels inside levels that are followed; real schemas stay below 30. */
const maxDepth = 300

/** The sets of the values that hold, at every level, only properties that a schema knows there; each made once. */
export class KnownOnly {
  private readonly done = new Map<KnownNames, Node>()
  private readonly pending = new Map<KnownNames, Node | undefined>()

  constructor(private readonly algebra: Algebra) {}

  /** @throws TooLarge, Undecided; then what was begun is forgotten, since it has open ends. */
  of(root: KnownNames): Node {
    try {
      return this.at(root)
    } catch (error) {
      this.done.clear()
      this.pending.clear()
      throw error
    }
  }

  private at(level: KnownNames): Node {
    const { algebra, done, pending } = this
    const known = done.get(level)
    if (known !== undefined) return known
    if (pending.has(level)) {
      const met = pending.get(level) ?? algebra.declare(() => done.get(level) ?? algebra.always)
      pending.set(level, met)
      return met
    }
    if (pending.size >= maxDepth) throw new Undecided('too large: values nest too deep')
    pending.set(level, undefined)
    const node = algebra.and(...this.properties(level), ...this.items(level))
    pending.delete(level)
    done.set(level, node)
    return node
  }

  private properties(level: KnownNames): Node[] {
    const { algebra } = this
    const { names, patterns } = level
    const known = level.known()
    const listed = [...names].map((name) =>
      algebra.each(algebra.word(name), this.at(level.below('property', name))),
    )
    const matching = [...patterns].map((source) =>
      algebra.each(algebra.pattern(source), this.at(level.below('pattern', source))),
    )
    const others = algebra.and(
      algebra.strings(names, true),
      ...[...patterns].map((source) => algebra.pattern(source, true)),
    )
    const rest = known === undefined ? this.at(level.below('additional')) : algebra.never
    return [...listed, ...matching, algebra.each(others, rest)]
  }

  private items(level: KnownNames): Node[] {
    const { algebra } = this
    const { positions, hasAny } = level.items
    if (!hasAny) return []
    const nodes = Array.from({ length: positions }, (_, index) =>
      algebra.item(index, this.at(level.below('item', String(index)))),
    )
    return [...nodes, algebra.items(positions, this.at(level.below('item', 'rest')))]
  }
}

/** What a consumer that ignores unknown properties sees of a value. */
export function withoutUnknown(value: Json, level: KnownNames): Json {
  if (Array.isArray(value)) {
    const { positions, hasAny } = level.items
    if (!hasAny) return value
    return value.map((item, index) =>
      withoutUnknown(item, level.below('item', index < positions ? String(index) : 'rest')),
    )
  }
  if (!isObject(value)) return value
  const seen: JsonObject = {}
  for (const [name, item] of Object.entries(value)) {
    if (!level.knows(name)) continue
    const kept = withoutUnknown(item, levelOf(level, name))
    Object.defineProperty(seen, name, { value: kept, enumerable: true, configurable: true, writable: true })
  }
  return seen
}

function levelOf(level: KnownNames, name: string): KnownNames {
  return level.names.has(name) ? level.below('property', name) : level.below('additional')
}
