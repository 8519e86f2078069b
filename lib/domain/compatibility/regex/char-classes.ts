import { lastCodePoint, type CharSet } from './char-set'

/** The code points in classes, such that none of some sets tells two of a class apart. */
export class CharClasses {
  private constructor(
    /** First code points of the stretches of one class each, in order; the first is 0. */
    private readonly firsts: readonly number[],
    private readonly classOfStretch: readonly number[],
    readonly count: number,
  ) {}

  static of(sets: readonly CharSet[], spend: (steps: number) => void): CharClasses {
    const distinct = new Map(sets.map((set) => [set.join(), set]))
    const bounds = new Set([0])
    for (const set of distinct.values()) {
      for (let index = 0; index < set.length; index += 2) {
        bounds.add(set[index] ?? 0)
        if ((set[index + 1] ?? 0) < lastCodePoint) bounds.add((set[index + 1] ?? 0) + 1)
      }
    }
    const firsts = [...bounds].sort((a, b) => a - b)
    const classes = firsts.map(() => 0)
    let count = 1
    spend(firsts.length >> 4)
    for (const set of distinct.values()) {
      // What is in the set leaves its class for a new one.
      const split = new Map<number, number>()
      for (let index = 0; index < set.length; index += 2) {
        const last = set[index + 1] ?? 0
        const from = stretchAt(firsts, set[index] ?? 0)
        let at = from
        for (; at < firsts.length && (firsts[at] ?? 0) <= last; at += 1) {
          const old = classes[at] ?? 0
          let now = split.get(old)
          if (now === undefined) split.set(old, (now = count++))
          classes[at] = now
        }
        spend((at - from) >> 4)
      }
    }
    return CharClasses.numbered(firsts, classes)
  }

  /** The classes that neither of the two tells apart. */
  with(other: CharClasses, spend: (steps: number) => void): CharClasses {
    const firsts = [...new Set([...this.firsts, ...other.firsts])].sort((a, b) => a - b)
    spend(firsts.length >> 4)
    let [mine, theirs] = [0, 0]
    const classes = firsts.map((first) => {
      while ((this.firsts[mine + 1] ?? Infinity) <= first) mine += 1
      while ((other.firsts[theirs + 1] ?? Infinity) <= first) theirs += 1
      return (this.classOfStretch[mine] ?? 0) * other.count + (other.classOfStretch[theirs] ?? 0)
    })
    return CharClasses.numbered(firsts, classes)
  }

  private static numbered(firsts: readonly number[], classes: readonly number[]): CharClasses {
    const numbers = new Map<number, number>()
    const numbered = classes.map((each) => {
      let number = numbers.get(each)
      if (number === undefined) numbers.set(each, (number = numbers.size))
      return number
    })
    return new CharClasses(firsts, numbered, numbers.size)
  }

  classOf(codePoint: number): number {
    return this.classOfStretch[stretchAt(this.firsts, codePoint)] ?? 0
  }

  /** The code points of each class. */
  sets(): number[][] {
    const sets: number[][] = Array.from({ length: this.count }, () => [])
    this.firsts.forEach((first, index) => {
      sets[this.classOfStretch[index] ?? 0]?.push(first, (this.firsts[index + 1] ?? lastCodePoint + 1) - 1)
    })
    return sets
  }
}

function stretchAt(firsts: readonly number[], codePoint: number): number {
  let [low, high] = [0, firsts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((firsts[middle] ?? 0) <= codePoint) low = middle
    else high = middle - 1
  }
  return low
}
