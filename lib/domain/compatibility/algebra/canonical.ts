import type { Json } from '@/lib/domain/json/json'

/** One text per JSON value: keys sorted, numbers by their value (1.0 is 1, -0 is 0). Callers bound the depth. */
export function canonical(value: Json): string {
  if (typeof value === 'number') return String(value === 0 ? 0 : value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Json)}`)
  return `{${entries.join(',')}}`
}

/** How deep a value nests, counted without recursion; stops counting past `limit`. */
export function exceedsDepth(value: Json, limit: number): boolean {
  let level: Json[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true
    const next: Json[] = []
    for (const item of level) {
      if (typeof item === 'object' && item !== null) {
        for (const child of Object.values(item))
          if (typeof child === 'object' && child !== null) next.push(child)
      }
    }
    level = next
  }
  return false
}
