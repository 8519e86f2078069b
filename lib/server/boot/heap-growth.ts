import { PerformanceObserver, constants } from 'node:perf_hooks'
import { getHeapStatistics, setFlagsFromString } from 'node:v8'

/** Bytes of old memory that are used before it is collected, whether or not what lives fills them. */
const ROOM = 192 * 1024 * 1024
/** By how much of what lives it may grow where that is more than the room: little, since it is a lot then. */
const LEAST_PERCENT = 20
const MOST_PERCENT = 60

/**
 * Lets a small heap grow as far as a large one may. V8 collects when memory has grown by a share of what lives: at 20 % a
 * quarter of what receiving costs node went into walking over the 120 MB that always live, and at 60 % two chains of
 * 100,000 events took 700 MB. So the share follows what was alive after the last collection.
 */
export function letHeapGrow(): void {
  new PerformanceObserver((list) => {
    if (list.getEntries().some(isMajor))
      setFlagsFromString(`--heap-growing-percent=${growth(getHeapStatistics().used_heap_size)}`)
  }).observe({ entryTypes: ['gc'] })
}

/** @param used bytes in use. @returns per cent by which they may grow before the next collection */
export function growth(used: number): number {
  return Math.round(Math.min(Math.max((100 * (ROOM - used)) / used, LEAST_PERCENT), MOST_PERCENT))
}

function isMajor(entry: PerformanceEntry): boolean {
  const { detail } = entry as { detail?: { kind?: number } }
  return detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR
}
