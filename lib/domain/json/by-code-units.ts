/** The order of strings by UTF-16 code units, the same on every machine: JavaScript's default, and what RFC 8785 asks for. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
