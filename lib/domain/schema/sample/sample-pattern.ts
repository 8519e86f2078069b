import { Automaton } from '@/lib/domain/compatibility/regex/automaton'
import { contains, type CharSet } from '@/lib/domain/compatibility/regex/char-set'
import {
  parsePattern,
  UnsupportedPattern,
  type Pattern,
} from '@/lib/domain/compatibility/regex/parse-pattern'

/** Code points one likes to see in an example, tried in this order. */
const PREFERRED = [...'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_. /:@#'].map(
  (char) => char.codePointAt(0) ?? 0,
)
/** Repetitions tried beyond the fewest, and characters a sample may have. */
const MAX_EXTRA = 40
const MAX_LENGTH = 2_000

/**
 * Words with a match of the pattern, shortest first; none for a pattern outside the regular subset. The same `salt`
 * gives the same words. Anchors and word boundaries are only guessed at, so each word has to be checked.
 */
export function* samplePattern(source: string, salt: number): Generator<string> {
  const pattern = readPattern(source)
  if (pattern === undefined) return
  for (let extra = 0; extra <= MAX_EXTRA; extra++) yield new Sampler(salt, extra).run(pattern)
}

function readPattern(source: string): Pattern | undefined {
  try {
    return parsePattern(source)
  } catch (error) {
    if (error instanceof UnsupportedPattern) return undefined
    throw error
  }
}

/** Whether a text has a match of the pattern; undefined for a pattern that cannot be run in linear time. */
export function hasMatch(source: string, text: string): boolean | undefined {
  try {
    return new Automaton(source).matches(text)
  } catch (error) {
    if (error instanceof UnsupportedPattern) return undefined
    throw error
  }
}

class Sampler {
  private text = ''

  constructor(
    private seed: number,
    private extra: number,
  ) {}

  run(pattern: Pattern): string {
    this.add(pattern)
    return this.text
  }

  private add(pattern: Pattern): void {
    if (this.text.length > MAX_LENGTH) return
    switch (pattern.kind) {
      case 'chars':
        this.text += this.pick(pattern.set)
        break
      case 'sequence':
        for (const part of pattern.parts) this.add(part)
        break
      case 'choice': {
        const chosen = pattern.parts[0]
        if (chosen) this.add(chosen)
        break
      }
      case 'repeat':
        this.repeat(pattern)
        break
      case 'empty':
      case 'start':
      case 'end':
      case 'boundary':
      case 'noBoundary':
        break
    }
  }

  /** The first repetition that can take more takes all the extra ones. */
  private repeat({ part, min, max }: { part: Pattern; min: number; max: number }): void {
    const more = Math.min(this.extra, max - min)
    this.extra -= more
    for (let count = 0; count < min + more && this.text.length <= MAX_LENGTH; count++) this.add(part)
  }

  private pick(set: CharSet): string {
    const liked = PREFERRED.filter((point) => contains(set, point))
    this.seed = (this.seed * 1_103_515_245 + 12_345) % 2_147_483_648
    // The first ones read best; a few of them are mixed so that a hexadecimal id does not come out as `aaaaaaaa`.
    const point = liked[(this.seed >> 8) % Math.max(1, Math.min(liked.length, 16))] ?? set[0]
    return point === undefined ? '' : String.fromCodePoint(point)
  }
}
