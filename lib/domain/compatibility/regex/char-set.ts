/** Code points as sorted, disjoint, non-touching ranges: [first, last, first, last, …], both ends included. */
export type CharSet = readonly number[]

export const lastCodePoint = 0x10ffff
export const digits: CharSet = [0x30, 0x39]
export const wordChars: CharSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a]
export const lineTerminators: CharSet = [0x0a, 0x0a, 0x0d, 0x0d, 0x2028, 0x2029]
/** ECMA-262 WhiteSpace and LineTerminator. */
export const whiteSpace: CharSet = [
  0x09, 0x0d, 0x20, 0x20, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f, 0x205f,
  0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff,
]

export function union(sets: readonly CharSet[]): CharSet {
  const ranges: [number, number][] = []
  for (const set of sets) {
    for (let index = 0; index < set.length; index += 2) ranges.push([set[index] ?? 0, set[index + 1] ?? 0])
  }
  ranges.sort((a, b) => a[0] - b[0])
  const merged: number[] = []
  for (const [first, last] of ranges) {
    const end = merged.length - 1
    if (end > 0 && first <= (merged[end] ?? 0) + 1) merged[end] = Math.max(merged[end] ?? 0, last)
    else merged.push(first, last)
  }
  return merged
}

export function complement(set: CharSet): CharSet {
  const result: number[] = []
  let next = 0
  for (let index = 0; index < set.length; index += 2) {
    const first = set[index] ?? 0
    if (first > next) result.push(next, first - 1)
    next = (set[index + 1] ?? 0) + 1
  }
  if (next <= lastCodePoint) result.push(next, lastCodePoint)
  return result
}

export function contains(set: CharSet, codePoint: number): boolean {
  let [low, high] = [0, set.length / 2 - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (codePoint < (set[2 * middle] ?? 0)) high = middle - 1
    else if (codePoint > (set[2 * middle + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}
