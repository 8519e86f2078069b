import { endOfValue } from '../envelope/end-of-value'
import { isKeyName, KEY_BOUNDS } from '../envelope/scan'
import type { MaskPlace } from './mask-plan'
import { walkPlaces } from './walk-places'

/** Places looked through of one schema before its events are rather read one by one. */
const MAX_PLACES = 2_000
const QUOTE = 0x22

/**
 * Business keys of a data block: texts and whole numbers in members that are called an id or marked `x-key`, and never what
 * is sensitive. Of more than are kept those that are marked come first, then those nearest to the top: an order's number
 * rather than the ids of its lines. @param dataText valid JSON
 */
export function businessKeys(dataText: string, root: MaskPlace): string[] {
  const keys: string[] = []
  const ranks: number[] = []
  eachKey(dataText, root, (key, rank) => {
    const same = keys.indexOf(key)
    if (same !== -1) ranks[same] = Math.min(ranks[same]!, rank)
    else if (keys.length < KEY_BOUNDS.count) {
      keys.push(key)
      ranks.push(rank)
    } else {
      const worst = ranks.lastIndexOf(Math.max(...ranks))
      if (rank >= ranks[worst]!) return
      keys[worst] = key
      ranks[worst] = rank
    }
  })
  return keys
}

/** Whether a data block holds a business key, be it one of those that are kept or not. */
export function holdsKey(dataText: string, root: MaskPlace, wanted: string): boolean {
  let holds = false
  eachKey(dataText, root, (key) => (holds ||= key === wanted))
  return holds
}

/** @param visit with 0 for a key that is marked, else its depth: 1 at the top */
function eachKey(dataText: string, root: MaskPlace, visit: (key: string, rank: number) => void): void {
  walkPlaces(dataText, root, ({ place, name, start, depth }) => {
    if (place.sensitive) return false
    if (place.key || (name !== null && isKeyName(name))) {
      const key = keyAt(dataText, start)
      if (key !== '') visit(key, place.key ? 0 : depth)
    }
    return true
  })
}

/** Empty where there is no text or whole number. */
function keyAt(text: string, start: number): string {
  const unit = text.charCodeAt(start)
  if (unit === QUOTE) {
    const end = endOfValue(text, start)
    return end - start - 2 <= KEY_BOUNDS.length ? (JSON.parse(text.slice(start, end)) as string) : ''
  }
  if (unit !== 0x2d && !(unit >= 0x30 && unit <= 0x39)) return ''
  const number = text.slice(start, endOfValue(text, start)).trim()
  return /^-?\d+$/.test(number) ? number : ''
}

/**
 * Whether something is marked as a key that its name does not give away: then receiving, which finds keys by their names on
 * its way, has to look with the schema.
 */
export function marksOtherKeys(root: MaskPlace): boolean {
  const seen = new Set<MaskPlace>([root])
  const open: MaskPlace[] = [root]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.sensitive) continue
    for (const [name, place] of at.known()) {
      if (place.key && (name === null || !isKeyName(name))) return true
      if (seen.has(place)) continue
      if (seen.size >= MAX_PLACES) return true
      seen.add(place)
      open.push(place)
    }
  }
  return false
}

/** Whether what stands at a path is sensitive, itself or by what is around it. */
export function isSensitiveAt(root: MaskPlace, path: readonly (string | number)[]): boolean {
  let place = root
  for (const token of path) {
    if (place.sensitive) return true
    place = typeof token === 'number' ? place.item(token) : place.member(token)
  }
  return place.sensitive
}
