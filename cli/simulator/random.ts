/**
 * A small seeded generator (sfc32, Chris Doty-Humphrey's Small Fast Counter), so that a run can be repeated to the bit
 * on every machine. Nothing in the simulator asks any other source of chance, nor a clock.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: string) {
    // FNV-1a over the seed's characters, three times with different starts.
    const hash = (start: number) => {
      let h = start
      for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i), 0x01000193)
      return h >>> 0
    }
    this.#a = hash(0x811c9dc5)
    this.#b = hash(0x9e3779b9)
    this.#c = hash(0x85ebca6b)
    for (let i = 0; i < 15; i++) this.word()
  }

  /** 32 bits as an unsigned integer. */
  word(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    this.#c |= 0
    return sum >>> 0
  }

  /** From 0 up to, and without, 1. */
  unit(): number {
    return this.word() / 4_294_967_296
  }

  chance(share: number): boolean {
    return this.unit() < share
  }

  /** A whole number, both bounds included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.unit() * (most - least + 1))
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return items[Math.floor(this.unit() * items.length)]!
  }

  /** One of several values, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.unit() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of choices) {
      left -= weight
      if (left < 0) return value
    }
    return choices.at(-1)![0]
  }

  /** Normal with mean 0 and deviation 1 (Box and Muller, 1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit())
  }

  /** Letters and digits that are not mistaken for one another. */
  code(length: number): string {
    let text = ''
    for (let i = 0; i < length; i++) text += CODE[this.word() & 31]
    return text
  }

  hex(length: number): string {
    let text = ''
    while (text.length < length) text += this.word().toString(16).padStart(8, '0')
    return text.slice(0, length)
  }
}

/** Crockford's base 32. */
const CODE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
