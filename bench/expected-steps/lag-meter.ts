import { producerLag, usualLag } from '@/lib/domain/flow/lag'
import { add, type Stored } from './stored'

/** Deliveries that tell how late a producer is, and how late they usually are. */
const RECENT = 20
const DELIVERIES = 2_000

/**
 * How late what is produced comes in, at a moment: nearly all of the last deliveries of all were quicker, and half of
 * the last ones of this type. Milliseconds.
 */
export function lagMeter(all: ReadonlyMap<string, Stored>) {
  const ofAll: Delivery[] = []
  const ofType = new Map<string, Delivery[]>()
  for (const { type, at, received } of [...all.values()].sort((a, b) => a.received - b.received)) {
    const delivery = { received, lag: received - at }
    ofAll.push(delivery)
    add(ofType, type, delivery)
  }
  const usual = new Map<number, number>()
  return (type: string, moment: number): number => {
    const hour = Math.floor(moment / 3_600_000)
    if (!usual.has(hour))
      usual.set(hour, usualLag(lastBefore(ofAll, moment, DELIVERIES).map(({ lag }) => lag)))
    const own = lastBefore(ofType.get(type) ?? [], moment, RECENT).map(({ lag }) => lag)
    return Math.max(usual.get(hour)!, producerLag(own))
  }
}

interface Delivery {
  received: number
  lag: number
}

function lastBefore(list: readonly Delivery[], moment: number, count: number): Delivery[] {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.received <= moment) low = middle + 1
    else high = middle
  }
  return list.slice(Math.max(0, low - count), low)
}
