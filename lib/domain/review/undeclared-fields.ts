import { isObject, type Json } from '@/lib/domain/json/json'

/** Fields that are told apart; what is counted beyond them is not named. */
const MOST_FIELDS = 500
const MAX_DEPTH = 20
const LONGEST_NAME = 200

interface Place {
  /** Null where the schema names it. */
  count: number | null
  /** Sensitive: what is in it is not looked at, since the names may be somebody's. */
  isClosed?: true
  readonly inside: Map<string, Place>
}

/**
 * Counts the fields that really occur and that a schema does not name, by their dotted paths (`lines[].sku`). It holds the
 * names of the schema as a tree, so that an event costs one step a field. An undeclared object is counted as itself.
 */
export class UndeclaredFields {
  private readonly root: Place = { count: null, inside: new Map() }
  private found = 0

  /**
   * @param declared dotted paths, as `fieldNames` gives them
   * @param sensitive those of them in which nothing is told apart
   */
  constructor(declared: readonly string[], sensitive: readonly string[] = []) {
    for (const path of declared) this.placeOf(path)
    for (const path of sensitive) this.placeOf(path).isClosed = true
  }

  private placeOf(path: string): Place {
    let place = this.root
    for (const name of path === '' ? [] : path.replaceAll('[]', '').split('.')) {
      const inside = place.inside.get(name) ?? { count: null, inside: new Map<string, Place>() }
      place.inside.set(name, inside)
      place = inside
    }
    return place
  }

  add(data: Json): void {
    this.walk(this.root, data, 0)
  }

  /** Most often first. */
  result(): { field: string; count: number }[] {
    const counted: { field: string; count: number }[] = []
    const collect = (place: Place, path: string) => {
      for (const [name, inside] of place.inside) {
        const field = path === '' ? name : `${path}.${name}`
        if (inside.count !== null && inside.count > 0) counted.push({ field, count: inside.count })
        else collect(inside, field)
      }
    }
    collect(this.root, '')
    return counted.sort((a, b) => b.count - a.count)
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
      else if (inside.count !== null) inside.count++
      else if (inside.inside.size > 0) this.walk(inside, data[name]!, depth + 1)
    }
  }

  private meet(place: Place, name: string): void {
    if (this.found >= MOST_FIELDS || name.length > LONGEST_NAME) return
    this.found++
    place.inside.set(name, { count: 1, inside: new Map() })
  }
}
