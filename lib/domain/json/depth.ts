import type { Json } from './json'

/** Whether a value nests deeper than the limit; iterative, so that no depth overflows the stack. */
export function isDeeperThan(value: Json, limit: number): boolean {
  let level: Json[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    const next: Json[] = []
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue
      for (const child of Array.isArray(each) ? each : Object.values(each)) {
        if (typeof child === 'object' && child !== null) next.push(child)
      }
    }
    level = next
  }
  return false
}
