/**
 * A number for each different pair of numbers; equal pairs have equal numbers. An open hash table in one typed array,
 * since a Map of a million doubles costs more than all the rest of drawing a chain.
 */
export class PairNumbers {
  /** By slot: left, right and the pair's number, which is 0 where the slot is free. Side by side: one read of memory. */
  private slots: Int32Array
  private mask: number
  private size = 0

  /**
   * @param next counts up from 1; may be shared with whatever else gives out numbers
   * @param expected so many pairs fit without growing
   */
  constructor(
    private readonly next: () => number,
    expected = 0,
  ) {
    const length = 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, expected * 2)))
    this.mask = length - 1
    this.slots = new Int32Array(length * 3)
  }

  /** @param left, right whole numbers of 31 bits */
  of(left: number, right: number): number {
    const slot = this.slotOf(left, right)
    const known = this.slots[slot + 2]!
    if (known !== 0) return known
    const number = this.next()
    this.put(slot, left, right, number)
    if (++this.size * 2 > this.mask) this.grow()
    return number
  }

  private slotOf(left: number, right: number): number {
    const { slots, mask } = this
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
    let place = (hash ^ (hash >>> 13)) & mask
    for (;;) {
      const slot = place * 3
      if (slots[slot + 2] === 0 || (slots[slot] === left && slots[slot + 1] === right)) return slot
      place = (place + 1) & mask
    }
  }

  private put(slot: number, left: number, right: number, number: number): void {
    this.slots[slot] = left
    this.slots[slot + 1] = right
    this.slots[slot + 2] = number
  }

  private grow(): void {
    const before = this.slots
    this.mask = this.mask * 2 + 1
    this.slots = new Int32Array(before.length * 2)
    for (let slot = 0; slot < before.length; slot += 3) {
      const number = before[slot + 2]!
      if (number === 0) continue
      const left = before[slot]!
      const right = before[slot + 1]!
      this.put(this.slotOf(left, right), left, right, number)
    }
  }
}

/** A power of two. */
const SMALLEST = 1_024
