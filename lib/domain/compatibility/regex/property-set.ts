import { complement, lastCodePoint, type CharSet } from './char-set'

const known = new Map<string, CharSet | undefined>()
const wellFormed = /^[A-Za-z_]+(=[A-Za-z_0-9]+)?$/
/** Property sets kept; a stranger's schema cannot name more than Unicode has, but may try names that do not exist. */
const maxKnown = 300

/**
 * The code points of `\p{name}`, read from the engine's own Unicode tables (a table of ours would be 100 kB and would
 * age). The expression holds nothing of the stranger's but a name of letters, and is linear.
 */
export function propertySet(name: string, negated: boolean): CharSet | undefined {
  if (!wellFormed.test(name)) return undefined
  if (!known.has(name) && known.size < maxKnown) known.set(name, readProperty(name))
  const set = known.get(name)
  return set !== undefined && negated ? complement(set) : set
}

function readProperty(name: string): CharSet | undefined {
  let runs: RegExp
  try {
    runs = new RegExp(`\\p{${name}}+`, 'gu')
  } catch {
    return undefined
  }
  const ranges: number[] = []
  for (const { first, units, text } of stretches()) {
    for (const { 0: run, index } of text.matchAll(runs)) {
      const from = first + index / units
      const last = from + run.length / units - 1
      if (ranges.at(-1) === from - 1) ranges[ranges.length - 1] = last
      else ranges.push(from, last)
    }
  }
  return ranges
}

interface Stretch {
  readonly first: number
  /** UTF-16 units of each code point. */
  readonly units: number
  readonly text: string
}

let everyStretch: Stretch[] | undefined

/** All code points, in texts that can be searched for runs. Lone surrogates would pair up: each kind stands alone. */
function stretches(): Stretch[] {
  everyStretch ??= [
    [0, 0xd7ff, 1],
    [0xd800, 0xdbff, 1],
    [0xdc00, 0xdfff, 1],
    [0xe000, 0xffff, 1],
    [0x10000, lastCodePoint, 2],
  ].map(([first = 0, last = 0, units = 1]) => ({ first, units, text: textOf(first, last) }))
  return everyStretch
}

function textOf(first: number, last: number): string {
  const parts: string[] = []
  for (let block = first; block <= last; block += 0x400) {
    parts.push(
      String.fromCodePoint(
        ...Array.from({ length: Math.min(0x400, last - block + 1) }, (_, offset) => block + offset),
      ),
    )
  }
  return parts.join('')
}
