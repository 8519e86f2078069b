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

/** Whether a value nests deeper or holds more values than the limits; counted without recursion, and no further. */
export function exceeds(value: Json, limits: { depth: number; size: number }): boolean {
  let [level, size] = [[value], 0]
  for (let depth = 0; level.length > 0; depth += 1) {
    size += level.length
    if (depth > limits.depth || size > limits.size) return true
    const next: Json[] = []
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue
      for (const child of Object.values(item)) next.push(child)
      if (size + next.length > limits.size) return true
    }
    level = next
  }
  return false
}
