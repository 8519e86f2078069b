import { toldSide, type Difference } from '../entity/difference'
import type { ExactNumbers } from '../json/exact-numbers'
import type { Json } from '../json/json'
import { appendPointer, isWithin, pointerTokens, valueAt } from '../json/pointer'
import type { MaskPlace } from './mask-plan'
import type { MaskedPlace } from './mask-text'

/** Ways to read the numbers in one pointer, as indexes or as names. */
const MAX_READINGS = 16

/** A pointer into data, cut where it would lead into what is sensitive: names in there are not told either. */
export function coverPointer(root: MaskPlace, pointer: string): string {
  let places = [root]
  const tokens = pointerTokens(pointer)
  for (const [depth, token] of tokens.entries()) {
    if (places.some(({ sensitive }) => sensitive) || places.length > MAX_READINGS)
      return appendPointer('', ...tokens.slice(0, depth))
    places = places.flatMap((place) =>
      /^(\d+|\*)$/.test(token)
        ? [place.member(token), place.item(Number(token) || 0)]
        : [place.member(token)],
    )
  }
  return pointer
}

/** A state as it is shown. */
export interface Shown {
  readonly masked: readonly MaskedPlace[]
  /** With the masks in it; undefined for a state that is not there. */
  readonly value: Json | undefined
  /** Those of its numbers that `value` has rounded. */
  readonly numbers: ExactNumbers
}

/**
 * Differences between two states as they may be shown: that a masked field changed is told, from what to what is not, nor
 * what inside of it.
 */
export function coverDifferences(
  differences: readonly Difference[],
  before: Shown,
  after: Shown,
): Difference[] {
  const hidden = [...new Set([...before.masked, ...after.masked].map(({ pointer }) => pointer))]
  const told = new Set<string>()
  return differences.flatMap(({ pointer, before: from, after: to }) => {
    const place = hidden.find((cover) => isWithin(pointer, cover)) ?? pointer
    if (told.has(place)) return []
    told.add(place)
    const isInside = place !== pointer
    return [
      {
        pointer: place,
        ...(from === undefined && !isInside ? {} : shownAt('before', before, place)),
        ...(to === undefined && !isInside ? {} : shownAt('after', after, place)),
      },
    ]
  })
}

function shownAt(side: 'before' | 'after', { value, numbers }: Shown, pointer: string): Partial<Difference> {
  return toldSide(side, valueAt(value, pointer), numbers, pointer)
}
