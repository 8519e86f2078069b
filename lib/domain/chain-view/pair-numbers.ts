/**
 * A number for each different pair of numbers; equal pairs have equal numbers. An open hash table in typed arrays, since a Map of a million doubles costs more than all the rest of drawing a chain.
 */
export class PairNumbers {
  private lefts = new Int32Array(SMALLEST)
  private rights = new Int32Array(SMALLEST)
  /** 0 where the slot is free. */
  private numbers = new Int32Array(SMALLEST)
  private size = 0

  /** @param next counts up from 1; may be shared with whatever else gives out numbers */
  constructor(private readonly next: () => number) {}

  /** @param left, right whole numbers of 31 bits */
  of(left: number, right: number): number {
    const slot = this.slotOf(left, right)
    const known = this.numbers[slot]!
    if (known !== 0) return known
    const number = this.next()
    this.lefts[slot] = left
    this.rights[slot] = right
    this.numbers[slot] = number
    if (++this.size * 2 > this.numbers.length) this.grow()
    return number
  }

  private slotOf(left: number, right: number): number {
    const mask = this.numbers.length - 1
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
    let slot = (hash ^ (hash >>> 13)) & mask
    while (this.numbers[slot] !== 0 && (this.lefts[slot] !== left || this.rights[slot] !== right))
      slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { lefts, rights, numbers } = this
    this.lefts = new Int32Array(lefts.length * 2)
    this.rights = new Int32Array(lefts.length * 2)
    this.numbers = new Int32Array(lefts.length * 2)
    for (const [index, number] of numbers.entries()) {
      if (number === 0) continue
      const slot = this.slotOf(lefts[index]!, rights[index]!)
      this.lefts[slot] = lefts[index]!
      this.rights[slot] = rights[index]!
      this.numbers[slot] = number
    }
  }
}

/** A power of two. */
const SMALLEST = 1_024
