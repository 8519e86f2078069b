import type { Json } from '@/lib/domain/json/json'

/** JSON Schema's equality: numbers by value, objects without regard to order. */
export function isEqual(a: Json, b: Json): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, index) => isEqual(item, b[index] as Json))
  }
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key] as Json, b[key] as Json))
}

/** Whether two of the values are equal. Only those that look alike from outside are compared. */
export function hasTwins(values: readonly Json[]): boolean {
  const scalars = new Set<Json>()
  const groups = new Map<string, Json[]>()
  for (const value of values) {
    if (typeof value !== 'object' || value === null) {
      if (scalars.has(value)) return true
      scalars.add(value)
      continue
    }
    const group = groups.get(outline(value)) ?? []
    if (group.some((other) => isEqual(other, value))) return true
    groups.set(outline(value), [...group, value])
  }
  return false
}

/** Equal for equal values, and hardly ever for others. */
function outline(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(outline).join()}]`
  const members = Object.entries(value).map(([name, member]) => `${name}:${outline(member)}`)
  return `{${members.sort().join()}}`
}

/** `value / step` is whole, by the digits their texts have. */
export function isWholeMultiple(value: number, step: number): boolean {
  const [a, b] = [digits(value), digits(step)]
  const shift = Math.max(a.places, b.places)
  return (a.whole * 10n ** BigInt(shift - a.places)) % (b.whole * 10n ** BigInt(shift - b.places)) === 0n
}

function digits(value: number): { whole: bigint; places: number } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const places = fraction.length - Number(exponent)
  const all = BigInt(whole + fraction)
  return places < 0 ? { whole: all * 10n ** BigInt(-places), places: 0 } : { whole: all, places }
}
