import type { Automaton } from '../regex/automaton'
import type { CharClasses } from '../regex/char-classes'
import { contains, type CharSet } from '../regex/char-set'

/** Tried first within a class of characters that nothing tells apart, so that witnesses read well. */
const pleasant = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_.,:;/+*#@!?'].map(
  (char) => char.codePointAt(0) ?? 0,
)
const rankOfPleasant = new Map(pleasant.map((char, rank) => [char, rank]))

/** A letter, then other characters, as long as there are any: as many different ones as are asked for. */
export function nthChar(index: number): string {
  return String.fromCodePoint(pleasant[index] ?? 0x100 + index)
}

/** Which characters have to be tried in a walk through automata: one of each class that they tell apart. */
export class Alphabet {
  private readonly classes: { readonly pleasant: readonly number[]; readonly set: CharSet }[]

  constructor(machines: readonly Automaton[], spend: (steps: number) => void) {
    const joint = machines
      .map(({ classes }) => classes)
      .reduce<CharClasses | undefined>(
        (all, each) => (all === undefined ? each : all.with(each, spend)),
        undefined,
      )
    const sets = joint?.sets() ?? []
    const readable: number[][] = sets.map(() => [])
    if (joint !== undefined) for (const char of pleasant) readable[joint.classOf(char)]?.push(char)
    this.classes = sets.map((set, index) => ({ set, pleasant: readable[index] ?? [] }))
  }

  /** Characters of forbidden words are told apart from the rest of their class. */
  characters(forbidden: ReadonlySet<string>, spend: (steps: number) => void): number[] {
    const special = new Set<number>()
    for (const word of forbidden) for (const char of word) special.add(char.codePointAt(0) ?? 0)
    const chosen = [...special]
    for (const { pleasant: readable, set } of this.classes) {
      const char = readable.find((each) => !special.has(each)) ?? firstBeside(set, special)
      if (char !== undefined) chosen.push(char)
    }
    spend((chosen.length + special.size) >> 3)
    return chosen.sort((a, b) => rank(a) - rank(b))
  }
}

/** Lone surrogates and controls are characters of JSON strings too; they are kept out of witnesses where others do. */
function firstBeside(set: CharSet, special: ReadonlySet<number>): number | undefined {
  const ordinary: CharSet = [0x21, 0x7e, 0xa1, 0xd7ff, 0xe000, 0x10ffff]
  let spare: number | undefined
  for (let index = 0; index < set.length; index += 2) {
    const last = set[index + 1] ?? 0
    for (let char = set[index] ?? 0; char <= last; char += 1) {
      if (special.has(char)) continue
      if (contains(ordinary, char)) return char
      spare ??= char
      // On to where the ordinary ones begin again.
      const next = ordinary.find((bound) => bound > char) ?? Infinity
      char = next - 1
    }
  }
  return spare
}

function rank(char: number): number {
  const known = rankOfPleasant.get(char)
  if (known !== undefined) return known
  if (char >= 0xd800 && char < 0xe000) return 0x400000 + char
  return char < 0x20 ? 0x200000 + char : char + 100
}
