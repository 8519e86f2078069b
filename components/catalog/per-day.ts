/** Events a day for a narrow column: `–`, `0.3`, `42`, `18,240`, `1.2 M`. */
export function perDay(count: number): string {
  if (count <= 0) return '–'
  if (count < 10) return String(Math.max(0.1, Math.round(count * 10) / 10))
  if (count < 1_000_000) return Math.round(count).toLocaleString('en')
  return `${(count / 1_000_000).toFixed(1)} M`
}
