import { bit, type Node } from '../algebra/node'
import type { Prover } from './constraint'
import type { Rule } from './object-rules'

/** Names that nothing tells apart: the rules about them, and the demands that one of them would meet. */
export interface Cell {
  readonly rules: readonly Rule[]
  readonly satisfies: ReadonlySet<Node>
  words(count: number): { words: string[]; rest: 'none' | 'perhaps' | 'unknown' }
}

export interface Cells {
  readonly cells: readonly Cell[]
  /** Whether every name that is not spelled out is in one of the cells. */
  readonly isComplete: boolean
  readonly reason: string
}

const maxCells = 300
const maxNamesListed = 2_000

/** The names that a set of names spells out. */
export function mentionedNames(names: Node, found = new Set<string>(), seen = new Set<Node>()): Set<string> {
  if (seen.has(names)) return found
  seen.add(names)
  if (names.kind === 'strings') for (const value of names.values) found.add(value)
  if (names.kind === 'and' || names.kind === 'or')
    for (const part of names.parts) mentionedNames(part, found, seen)
  return found
}

/**
 * The cells of all names that are not spelled out. A rule or demand either holds for all of these (or none), which
 * is plain from its shape, or splits them.
 */
export function freshCells(
  rules: readonly Rule[],
  wanted: readonly Rule[],
  mentioned: ReadonlySet<string>,
  prover: Prover,
): Cells {
  const fresh = prover.excludeStrings(mentioned)
  let isComplete = true
  let reason = ''
  let open: { sets: Node[]; rules: Rule[]; satisfies: Set<Node> }[] = [
    { sets: [fresh], rules: [], satisfies: new Set() },
  ]
  const splitters = new Map<Node, Rule[]>()
  for (const rule of rules) splitters.set(rule.names, [...(splitters.get(rule.names) ?? []), rule])
  for (const { names } of wanted) if (!splitters.has(names)) splitters.set(names, [])
  for (const [names, about] of splitters) {
    const plain = plainly(names, mentioned)
    const next: typeof open = []
    for (const cell of open) {
      const inside = {
        sets: [...cell.sets, names],
        rules: [...cell.rules, ...about],
        satisfies: new Set([...cell.satisfies, names]),
      }
      const outside = { ...cell, sets: [...cell.sets, prover.negation(names)] }
      if (plain !== false) next.push(...inhabited(plain === true ? { ...inside, sets: cell.sets } : inside))
      if (plain !== true) next.push(...inhabited(plain === false ? cell : outside))
    }
    if (next.length > maxCells)
      return { cells: [], isComplete: false, reason: 'too large: too many patterns for property names' }
    open = next
  }

  function inhabited<Candidate extends { sets: Node[] }>(cell: Candidate): Candidate[] {
    if (cell.sets.length === 1) return [cell]
    const outcome = prover.find([prover.strings, ...cell.sets])
    if (outcome.kind === 'unknown') [isComplete, reason] = [false, outcome.reason]
    return outcome.kind === 'value' ? [cell] : []
  }

  const cells = open.map(({ sets, rules: about, satisfies }) => ({
    rules: about,
    satisfies,
    words: (count: number) => listWords(sets, count, mentioned, prover),
  }))
  return { cells, isComplete, reason }
}

/** True or false for every name that is not mentioned; undefined if they differ. */
function plainly(names: Node, mentioned: ReadonlySet<string>): boolean | undefined {
  switch (names.kind) {
    case 'true':
      return true
    case 'false':
      return false
    case 'type':
      return (names.mask & bit.string) !== 0
    case 'strings':
      return [...names.values].every((value) => mentioned.has(value)) ? names.not : undefined
    case 'and':
    case 'or': {
      const results = names.parts.map((part) => plainly(part, mentioned))
      if (results.includes(names.kind === 'or')) return names.kind === 'or'
      return results.includes(undefined) ? undefined : names.kind === 'and'
    }
    default:
      return undefined
  }
}

function listWords(
  sets: readonly Node[],
  count: number,
  mentioned: ReadonlySet<string>,
  prover: Prover,
): ReturnType<Cell['words']> {
  if (count > maxNamesListed) return { words: [], rest: 'unknown' }
  if (sets.length === 1) return { words: freeNames(count, mentioned), rest: 'perhaps' }
  const { values, rest } = prover.findMany([prover.strings, ...sets], count)
  return { words: values.filter((value) => typeof value === 'string'), rest }
}

/** Names in no list: letters first, then numbered. */
function freeNames(count: number, mentioned: ReadonlySet<string>): string[] {
  const names: string[] = []
  for (let index = 0; names.length < count; index += 1) {
    const name = index < 26 ? String.fromCharCode(97 + index) : `p${index}`
    if (!mentioned.has(name)) names.push(name)
  }
  return names
}
