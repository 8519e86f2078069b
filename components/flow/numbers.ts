/** A share as a person reads it; a small one is never told as none. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %'
  return `${(share * 100).toFixed(share >= 0.9995 || share === 0 ? 0 : 1)} %`
}

export function count(number: number): string {
  return number.toLocaleString('en-US')
}
