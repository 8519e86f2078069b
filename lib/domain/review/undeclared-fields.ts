import { isObject, type Json } from '@/lib/domain/json/json'
import type { FieldPath } from '@/lib/domain/schema/field-names'

/** Fields that are told apart; of what occurs beyond them it is told only that there is more. */
const MOST_FIELDS = 500
const MAX_DEPTH = 20
const LONGEST_NAME = 200

interface Place {
  /** Events that have it. Null where the schema names it. */
  events: number | null
  /** The number of the last event that was counted: one that has it in every item of a list has it once. */
  last: number
  /** Sensitive: what is in it is not looked at, since the names may be somebody's. */
  isClosed?: true
  readonly inside: Map<string, Place>
}

const placeNamed = (): Place => ({ events: null, last: 0, inside: new Map() })

/**
 * Counts the events in which fields really occur that a schema does not name, by their dotted paths (`lines.sku`). It
 * holds the names of the schema as a tree, so that an event costs one step a field. An undeclared object is counted as
 * itself.
 */
export class UndeclaredFields {
  private readonly root = placeNamed()
  private found = 0
  private event = 0
  private isCut = false

  /** @param sensitive the ways to what nothing is told apart in */
  constructor(declared: readonly FieldPath[], sensitive: readonly FieldPath[] = []) {
    for (const path of declared) this.placeOf(path)
    for (const path of sensitive) this.placeOf(path).isClosed = true
  }

  private placeOf(path: FieldPath): Place {
    let place = this.root
    for (const name of path) {
      // Items of a list are one place.
      if (typeof name === 'number') continue
      const inside = place.inside.get(name) ?? placeNamed()
      place.inside.set(name, inside)
      place = inside
    }
    return place
  }

  add(data: Json): void {
    this.event++
    this.walk(this.root, data, 0)
  }

  /** Most often first. `isCut`: more fields occur than were told apart. */
  result(): { fields: { field: string; count: number }[]; isCut: boolean } {
    const fields: { field: string; count: number }[] = []
    const collect = (place: Place, path: string) => {
      for (const [name, inside] of place.inside) {
        const field = path === '' ? name : `${path}.${name}`
        if (inside.events === null) collect(inside, field)
        else fields.push({ field, count: inside.events })
      }
    }
    collect(this.root, '')
    return { fields: fields.sort((a, b) => b.count - a.count), isCut: this.isCut }
  }

  private walk(place: Place, data: Json, depth: number): void {
    if (depth > MAX_DEPTH || place.isClosed) return
    if (Array.isArray(data)) {
      for (const item of data) this.walk(place, item, depth + 1)
      return
    }
    if (!isObject(data)) return
    for (const name in data) {
      const inside = place.inside.get(name)
      if (inside === undefined) this.meet(place, name)
      else if (inside.events !== null) this.count(inside)
      else if (inside.inside.size > 0) this.walk(inside, data[name]!, depth + 1)
    }
  }

  private count(place: Place): void {
    if (place.last === this.event) return
    place.last = this.event
    place.events!++
  }

  private meet(place: Place, name: string): void {
    if (this.found >= MOST_FIELDS || name.length > LONGEST_NAME) {
      this.isCut = true
      return
    }
    this.found++
    place.inside.set(name, { events: 1, last: this.event, inside: new Map() })
  }
}
