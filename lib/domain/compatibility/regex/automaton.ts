import { CharClasses } from './char-classes'
import { contains, wordChars } from './char-set'
import { buildNfa, type Assertion, type Nfa } from './nfa'
import { parsePattern } from './parse-pattern'

/** What was read before: nothing, a word character, or another one. */
type Before = 'start' | 'word' | 'other'

interface State {
  readonly kernel: readonly number[]
  readonly before: Before
  readonly next: (number | undefined)[]
  accepts?: boolean
}

/** Every word with a match anywhere in it is in, so a state that has matched stays so. */
export const matchedForEver = 0
/** No continuation matches any more. */
export const hopeless = 1

/**
 * The language of a pattern as a deterministic automaton, made state by state as it is walked: the words with a match
 * somewhere (JSON Schema's patterns are not anchored). Reads code points.
 */
export class Automaton {
  private readonly nfa: Nfa
  private readonly states: State[] = []
  private readonly numbers = new Map<string, number>()
  private readonly hopeful: boolean[]
  private readonly hasBoundary: boolean
  /** The characters that the pattern does not tell apart, as classes. */
  readonly classes: CharClasses
  readonly start: number

  /** `spend` is told of the work, in steps of about a microsecond; it may throw to end it. */
  constructor(
    source: string,
    private readonly spend: (steps: number) => void = () => undefined,
  ) {
    spend(source.length >> 4)
    this.nfa = buildNfa(parsePattern(source))
    this.hasBoundary = this.nfa.states.some(({ free }) =>
      free.some(({ when }) => when === 'boundary' || when === 'noBoundary'),
    )
    spend(this.nfa.states.length >> 3)
    const sets = this.nfa.states.flatMap(({ set }) => (set === undefined ? [] : [set]))
    this.classes = CharClasses.of(this.hasBoundary ? [...sets, wordChars] : sets, spend)
    this.hopeful = this.reachesFinal()
    this.states.push(
      { kernel: [this.nfa.final], before: 'other', next: [] },
      { kernel: [], before: 'other', next: [] },
    )
    this.start = this.number([this.nfa.start], 'start')
  }

  /** Which states reach the final one once something has been read, so without passing `^`. */
  private reachesFinal(): boolean[] {
    const sources: number[][] = this.nfa.states.map(() => [])
    this.nfa.states.forEach(({ free, next, set }, state) => {
      for (const { to, when } of free) if (when !== 'start') sources[to]?.push(state)
      if (next !== undefined && set !== undefined && set.length > 0) sources[next]?.push(state)
    })
    const reached: boolean[] = this.nfa.states.map(() => false)
    const open = [this.nfa.final]
    reached[this.nfa.final] = true
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      for (const source of sources[state] ?? []) {
        if (reached[source] === true) continue
        reached[source] = true
        open.push(source)
      }
    }
    return reached
  }

  private number(kernel: number[], before: Before): number {
    if (kernel.length === 0) return hopeless
    const sorted = [...kernel].sort((a, b) => a - b)
    const key = `${before} ${sorted.join(' ')}`
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.states.push({ kernel: sorted, before, next: [] }) - 1
    this.numbers.set(key, number)
    return number
  }

  /** The states reached without reading, between what was read before and what comes next. */
  private closure(kernel: readonly number[], before: Before, next: Before | 'end'): Set<number> {
    const reached = new Set(kernel)
    for (const state of reached) {
      for (const { to, when } of this.nfa.states[state]?.free ?? []) {
        if (when === undefined || holds(when, before, next)) reached.add(to)
      }
    }
    return reached
  }

  step(state: number, codePoint: number): number {
    if (state === matchedForEver || state === hopeless) return state
    const from = this.states[state]
    if (from === undefined) return hopeless
    const charClass = this.classes.classOf(codePoint)
    return (from.next[charClass] ??= this.computeStep(from, codePoint))
  }

  private computeStep(from: State, codePoint: number): number {
    const kind: Before = this.hasBoundary && contains(wordChars, codePoint) ? 'word' : 'other'
    const closure = this.closure(from.kernel, from.before, kind)
    this.spend(1 + (closure.size >> 3))
    if (closure.has(this.nfa.final)) return matchedForEver
    const kernel = new Set<number>()
    for (const state of closure) {
      const { set, next } = this.nfa.states[state] ?? {}
      if (set !== undefined && next !== undefined && contains(set, codePoint)) kernel.add(next)
    }
    kernel.add(this.nfa.start)
    return this.number(
      [...kernel].filter((state) => this.hopeful[state]),
      kind,
    )
  }

  accepts(state: number): boolean {
    if (state === matchedForEver) return true
    const at = this.states[state]
    if (at === undefined || state === hopeless) return false
    return (at.accepts ??= this.acceptsAtEnd(at))
  }

  private acceptsAtEnd({ kernel, before }: State): boolean {
    const closure = this.closure(kernel, before, 'end')
    this.spend(1 + (closure.size >> 3))
    return closure.has(this.nfa.final)
  }

  matches(word: string): boolean {
    let state = this.start
    for (const char of word) state = this.step(state, char.codePointAt(0) ?? 0)
    return this.accepts(state)
  }
}

function holds(when: Assertion, before: Before, next: Before | 'end'): boolean {
  if (when === 'start') return before === 'start'
  if (when === 'end') return next === 'end'
  return ((before === 'word') !== (next === 'word')) === (when === 'boundary')
}
