import type { CharSet } from './char-set'
import { UnsupportedPattern, type Pattern } from './parse-pattern'

export type Assertion = 'start' | 'end' | 'boundary' | 'noBoundary'

/** One state: where it goes without reading, under which assertion, or by reading one of `set`. */
export interface NfaState {
  readonly free: { to: number; when?: Assertion }[]
  set?: CharSet
  next?: number
}

export interface Nfa {
  readonly states: readonly NfaState[]
  readonly start: number
  readonly final: number
}

/** `{1,1000}` is written out; beyond this the pattern counts as too large to decide. */
const maxStates = 12_000

/** Thompson's construction: linear in the pattern, counted repetition written out. */
export function buildNfa(pattern: Pattern): Nfa {
  const states: NfaState[] = []
  const newState = (): number => {
    if (states.length >= maxStates) throw new UnsupportedPattern('too large')
    return states.push({ free: [] }) - 1
  }
  const link = (from: number, to: number, when?: Assertion): void => {
    states[from]?.free.push(when === undefined ? { to } : { to, when })
  }

  function append(part: Pattern, from: number): number {
    switch (part.kind) {
      case 'empty':
        return from
      case 'chars': {
        const [reading, to] = [newState(), newState()]
        link(from, reading)
        Object.assign(states[reading] ?? {}, { set: part.set, next: to })
        return to
      }
      case 'sequence':
        return part.parts.reduce((end, each) => append(each, end), from)
      case 'choice': {
        const to = newState()
        for (const each of part.parts) link(append(each, from), to)
        return to
      }
      case 'repeat':
        return repeat(part, from)
      default: {
        const to = newState()
        link(from, to, part.kind)
        return to
      }
    }
  }

  function repeat(part: Pattern & { kind: 'repeat' }, from: number): number {
    let end = from
    for (let count = 0; count < part.min; count += 1) end = append(part.part, end)
    if (part.max === Infinity) {
      const loop = newState()
      link(end, loop)
      const to = newState()
      link(append(part.part, loop), loop)
      link(loop, to)
      return to
    }
    const to = newState()
    link(end, to)
    for (let count = part.min; count < part.max; count += 1) {
      end = append(part.part, end)
      link(end, to)
    }
    return to
  }

  const start = newState()
  // A fresh state after each choice of `from` keeps a loop from leaking back into what came before it.
  const body = newState()
  link(start, body)
  const final = append(pattern, body)
  return { states, start, final }
}
