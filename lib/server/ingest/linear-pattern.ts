import { RE2JS } from 're2js'
import { Automaton, hopeless, matchedForEver } from '@/lib/domain/compatibility/regex/automaton'
import { UnsupportedPattern } from '@/lib/domain/compatibility/regex/parse-pattern'

/** What ajv needs of a regular expression. */
export interface LinearPattern {
  test(text: string): boolean
  /** ajv tells patterns apart by this. */
  toString(): string
}

/** Deterministic states kept of one pattern; a pattern that wants more goes to the engine that keeps none. */
const MAX_STATES = 1_000
const ASCII = 128
const UNKNOWN = -1

/**
 * Compiles a stranger's ECMAScript pattern for an engine that is linear in the text, whatever the pattern. Null where
 * it needs what no such engine has (look-around, back-references).
 */
export function compileLinearPattern(pattern: string): LinearPattern | null {
  const walker = makeWalker(pattern)
  let engine = walker ? undefined : compileEngine(pattern)
  if (engine === null) return null
  return {
    test: (text) => {
      const answer = walker?.test(text)
      if (answer !== undefined) return answer
      if (engine === undefined) engine = compileEngine(pattern)
      return engine?.test(text) ?? true
    },
    toString: () => pattern,
  }
}

function compileEngine(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern))
  } catch {
    return null
  }
}

function makeWalker(pattern: string): Walker | undefined {
  try {
    return new Walker(new Automaton(pattern))
  } catch (error) {
    if (error instanceof UnsupportedPattern) return undefined
    throw error
  }
}

/** Walks a text through the automaton of a pattern: one look into a table for each ASCII character. */
class Walker {
  /** By state and character: the next state. */
  private readonly tables: Int16Array[] = []
  private exhausted = false

  constructor(private readonly automaton: Automaton) {}

  /** Undefined where the pattern would need more states than are kept. */
  test(text: string): boolean | undefined {
    if (this.exhausted) return undefined
    let state = this.automaton.start
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      let next = UNKNOWN
      if (unit < ASCII) next = this.table(state)[unit]!
      if (next === UNKNOWN) {
        const codePoint = text.codePointAt(at)!
        if (codePoint > 0xffff) at++
        next = this.automaton.step(state, codePoint)
        if (next >= MAX_STATES) {
          this.exhausted = true
          return undefined
        }
        if (unit < ASCII) this.table(state)[unit] = next
      }
      if (next === matchedForEver) return true
      if (next === hopeless) return false
      state = next
    }
    return this.automaton.accepts(state)
  }

  private table(state: number): Int16Array {
    return (this.tables[state] ??= new Int16Array(ASCII).fill(UNKNOWN))
  }
}
