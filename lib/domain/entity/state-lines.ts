import { writeExact, type ExactJson } from '../json/exact-numbers'
import type { Json } from '../json/json'
import { isObject } from '../json/json'
import { appendPointer, pointerTokens } from '../json/pointer'
import type { Difference } from './difference'

/** One line of a state as indented JSON. */
export interface StateLine {
  readonly depth: number
  readonly text: string
  /** What the last change did to it; a line that went is no part of the state any more. */
  readonly mark: 'came' | 'changed' | 'went' | null
}

/** A state as indented JSON, line by line, with what the last change did. */
export function stateLines(state: ExactJson, differences: readonly Difference[]): StateLine[] {
  const marks = new Map(differences.map((difference) => [difference.pointer, difference]))
  const gone = new Map<string, Difference[]>()
  for (const difference of differences) {
    if (difference.after !== undefined) continue
    const parent = difference.pointer.slice(0, difference.pointer.lastIndexOf('/'))
    gone.set(parent, [...(gone.get(parent) ?? []), difference])
  }
  const lines: StateLine[] = []
  // Of the first state everything came: marks that stand everywhere say nothing.
  marks.delete('')
  write(state.value, { pointer: '', depth: 0, before: '', after: '', mark: null })
  return lines

  interface Place {
    pointer: string
    depth: number
    /** The member's name, and the comma behind its value. */
    before: string
    after: string
    mark: StateLine['mark']
  }
  function write(value: Json, { pointer, depth, before, after, mark }: Place): void {
    const difference = marks.get(pointer)
    const own = difference ? (difference.before === undefined ? 'came' : 'changed') : mark
    const isList = Array.isArray(value)
    const members: [name: string, value: Json][] = isList
      ? value.map((element, i) => [String(i), element])
      : isObject(value)
        ? Object.entries(value)
        : []
    const lost = gone.get(pointer) ?? []
    if (members.length + lost.length === 0) {
      lines.push({
        depth,
        text: `${before}${writeExact({ value, numbers: state.numbers }, pointer)}${after}`,
        mark: own,
      })
      return
    }
    lines.push({ depth, text: `${before}${isList ? '[' : '{'}`, mark: own })
    members.forEach(([name, member], i) =>
      write(member, {
        pointer: appendPointer(pointer, name),
        depth: depth + 1,
        before: isList ? '' : `${JSON.stringify(name)}: `,
        after: i < members.length - 1 ? ',' : '',
        mark: own,
      }),
    )
    for (const { pointer: place, before: was, before_text = JSON.stringify(was) } of lost)
      lines.push({ depth: depth + 1, text: `${nameAt(place)}: ${before_text}`, mark: 'went' })
    lines.push({ depth, text: `${isList ? ']' : '}'}${after}`, mark: own })
  }
}

function nameAt(pointer: string): string {
  return JSON.stringify(pointerTokens(pointer).at(-1))
}
