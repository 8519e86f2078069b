import { lastCodePoint } from '../regex/char-set'
import { hopeless, matchedForEver, type Automaton } from '../regex/automaton'
import { Alphabet, nthChar } from './alphabet'
import type { Languages } from '../regex/languages'
import { empty, reasonsOf, type Constraint, type Outcome } from './constraint'

interface Demands {
  shortest: number
  longest: number
  readonly wanted: Automaton[]
  readonly unwanted: Automaton[]
  allowed?: ReadonlySet<string>
  readonly forbidden: Set<string>
  unsupported?: string
}

/** A longer witness helps nobody. */
const maxWitnessLength = 100_000
/** A shortest word in all wanted languages, in no unwanted one, within the lengths and not forbidden. */
export function findString(
  constraints: readonly Constraint[],
  languages: Languages,
  spend: (steps?: number) => void,
): Outcome {
  const demands = gather(constraints, languages)
  const reasons = reasonsOf(constraints)
  if (demands.shortest > demands.longest || hasOpposites(constraints)) return empty(reasons)
  const found =
    demands.allowed === undefined ? search(demands, spend) : choose(demands, demands.allowed, spend)
  if (found === undefined) return empty(reasons)
  if (demands.unsupported !== undefined) {
    return { kind: 'unknown', reason: `the pattern ${demands.unsupported} is outside the linear-time subset` }
  }
  return found
}

/** A pattern wanted and unwanted at once: a contradiction even where the pattern itself cannot be decided. */
function hasOpposites(constraints: readonly Constraint[]): boolean {
  const sources = (not: boolean): string[] =>
    constraints.flatMap(({ literal }) =>
      literal.kind === 'pattern' && literal.not === not ? [literal.source] : [],
    )
  const wanted = new Set(sources(false))
  return sources(true).some((source) => wanted.has(source))
}

function gather(constraints: readonly Constraint[], languages: Languages): Demands {
  const demands: Demands = { shortest: 0, longest: Infinity, wanted: [], unwanted: [], forbidden: new Set() }
  for (const { literal } of constraints) {
    switch (literal.kind) {
      case 'minLength':
        demands.shortest = Math.max(demands.shortest, literal.length)
        break
      case 'maxLength':
        demands.longest = Math.min(demands.longest, literal.length)
        break
      case 'pattern': {
        const automaton = languages.of(literal.source)
        if (automaton === undefined) demands.unsupported = literal.source
        else (literal.not ? demands.unwanted : demands.wanted).push(automaton)
        break
      }
      case 'strings': {
        const { allowed } = demands
        if (literal.not) for (const word of literal.values) demands.forbidden.add(word)
        else
          demands.allowed =
            allowed === undefined
              ? literal.values
              : new Set([...allowed].filter((word) => literal.values.has(word)))
        break
      }
      default:
      // Says nothing of strings.
    }
  }
  return demands
}

function choose(
  demands: Demands,
  allowed: ReadonlySet<string>,
  spend: (steps?: number) => void,
): Outcome | undefined {
  const { shortest, longest, wanted, unwanted, forbidden } = demands
  for (const word of allowed) {
    spend(1 + (wanted.length + unwanted.length) * word.length)
    const length = [...word].length
    if (length < shortest || length > longest || forbidden.has(word)) continue
    if (wanted.every((each) => each.matches(word)) && !unwanted.some((each) => each.matches(word)))
      return { kind: 'value', value: word }
  }
  return undefined
}

const tooLong: Outcome = { kind: 'unknown', reason: 'only a string too long to show differs' }

function search(demands: Demands, spend: (steps?: number) => void): Outcome | undefined {
  const { shortest, wanted, unwanted } = demands
  if (shortest > maxWitnessLength)
    return wanted.length + unwanted.length > 0 && provenEmpty(demands, spend) ? undefined : tooLong
  if (wanted.length + unwanted.length === 0) return plain(demands, spend)
  return walk(demands, spend)
}

/** Without the lower bound there is no word: so none with it. */
function provenEmpty(demands: Demands, spend: (steps?: number) => void): boolean {
  return walk({ ...demands, shortest: 0 }, spend) === undefined
}

/** Without patterns: count up in letters past what is forbidden. */
function plain(
  { shortest, longest, forbidden }: Demands,
  spend: (steps?: number) => void,
): Outcome | undefined {
  if (longest === 0) return forbidden.has('') ? undefined : { kind: 'value', value: '' }
  for (const length of shortest === 0 ? [1, 0] : [shortest]) {
    // More words of this length than can be forbidden, so one of them is free.
    for (let count = 0; count <= Math.min(forbidden.size, length === 0 ? 0 : lastCodePoint); count += 1) {
      spend()
      const word = length === 0 ? '' : 'a'.repeat(length - 1) + nthChar(count)
      if (!forbidden.has(word)) return { kind: 'value', value: word }
    }
  }
  return { kind: 'unknown', reason: 'too many strings are excluded' }
}

interface Step {
  readonly states: readonly number[]
  readonly length: number
  readonly char: number
  readonly before: Step | undefined
}

/**
 * Breadth first through the product of the automata. A word's length counts up to the lower bound only; since the
 * search meets every state at its smallest length, the upper bound needs no counter of its own.
 */
function walk(demands: Demands, spend: (steps?: number) => void): Outcome | undefined {
  const { shortest, longest, wanted, unwanted, forbidden } = demands
  const machines = [...wanted, ...unwanted]
  const isWanted = machines.map((_, index) => index < wanted.length)
  const prefixes = forbiddenPrefixes(forbidden)
  const chars = new Alphabet(machines, spend).characters(forbidden, spend)
  let level: Step[] = [{ states: machines.map(({ start }) => start), length: 0, char: -1, before: undefined }]
  const seen = new Set<string>()
  const texts = new Map<Step, string>([[level[0] as Step, '']])
  const isLost = (states: readonly number[]): boolean =>
    states.some((state, index) => state === (isWanted[index] === true ? hopeless : matchedForEver))
  if (isLost(level[0]?.states ?? [])) return undefined
  for (let length = 0; level.length > 0; length += 1) {
    const next: Step[] = []
    for (const step of level) {
      const text = texts.get(step)
      const accepted = step.states.every(
        (state, index) => (machines[index] as Automaton).accepts(state) === isWanted[index],
      )
      if (accepted && length >= shortest && (text === undefined || !forbidden.has(text)))
        return { kind: 'value', value: spell(step) }
      if (length >= longest) continue
      if (length > maxWitnessLength) return tooLong
      for (const char of chars) {
        spend(1 + (machines.length >> 2))
        const states = step.states.map((state, index) => (machines[index] as Automaton).step(state, char))
        if (isLost(states)) continue
        const word = text === undefined ? undefined : text + String.fromCodePoint(char)
        const followed = word !== undefined && prefixes.has(word) ? word : undefined
        const key = `${states.join(' ')}|${Math.min(length + 1, shortest)}|${followed ?? ''}|${followed === undefined}`
        if (seen.has(key)) continue
        seen.add(key)
        const reached = { states, length: length + 1, char, before: step }
        if (followed !== undefined) texts.set(reached, followed)
        next.push(reached)
      }
    }
    level = next
  }
  return undefined
}

/** Words that may still become a forbidden one are told apart from the rest. */
function forbiddenPrefixes(forbidden: ReadonlySet<string>): ReadonlySet<string> {
  const prefixes = new Set<string>([''])
  for (const word of forbidden) {
    let prefix = ''
    for (const char of word) prefixes.add((prefix += char))
  }
  return prefixes
}

function spell(last: Step): string {
  const chars: string[] = []
  for (let step: Step | undefined = last; step !== undefined && step.char >= 0; step = step.before) {
    chars.push(String.fromCodePoint(step.char))
  }
  return chars.reverse().join('')
}
