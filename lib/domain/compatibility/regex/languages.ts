import { Automaton } from './automaton'
import { UnsupportedPattern } from './parse-pattern'

/** The automata of one question, made once each; `undefined` for a pattern outside the linear-time subset. */
export class Languages {
  private readonly automata = new Map<string, Automaton | undefined>()

  constructor(private readonly spend: (steps: number) => void) {}

  of(source: string): Automaton | undefined {
    if (!this.automata.has(source)) this.automata.set(source, read(source, this.spend))
    return this.automata.get(source)
  }
}

function read(source: string, spend: (steps: number) => void): Automaton | undefined {
  try {
    return new Automaton(source, spend)
  } catch (error) {
    if (error instanceof UnsupportedPattern) return undefined
    throw error
  }
}
