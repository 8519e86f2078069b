/**
 * 64 bits of a text as 16 hex digits: two rounds of 32 bits with other multipliers, mixed with one another at the end
 * (cyrb53, kept whole). For telling shapes apart, not for anything that somebody gains by forging.
 */
export function hashText(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2_654_435_761)
    b = Math.imul(b ^ unit, 1_597_334_677)
  }
  const left = mix(a, b)
  const right = mix(b, left)
  return hex(left) + hex(right)
}

function mix(a: number, b: number): number {
  return Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0')
}
