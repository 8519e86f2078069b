import { bit, type Node } from '../algebra/node'
import { TooLarge } from '../prove/budget'
import { namesBeyond, withoutProperty } from './compile-object'
import { prefix } from './compile-array'
import type { Frame, Place } from './frame'

/** What the schemas that hold for a value have looked at. */
interface Evaluated {
  readonly everything: boolean
  readonly names: readonly string[]
  readonly patterns: readonly string[]
  /** Elements before this index. */
  readonly items: number
  /** Elements in one of these sets. */
  readonly contained: readonly Node[]
}

/** One way for the value to be valid, and what is then evaluated at least. */
interface Case {
  readonly when: Node
  readonly evaluated: Evaluated
}

type Kind = 'properties' | 'items'
const nothing: Evaluated = { everything: false, names: [], patterns: [], items: 0, contained: [] }
const maxCases = 400
/** Schemas for one and the same value that are looked into, each as often as it is referred to. */
const maxSchemas = 150

/**
 * `unevaluated*` depends on which inner schemas hold. Each way for them to hold is a case, and what it evaluates is
 * then known. Cases may overlap without harm: where two hold at once, the case of both evaluates more and is in the
 * list too, so the union says exactly what the draft says.
 */
export function compileUnevaluated(frame: Frame): Node[] {
  if (!frame.isAtLeast('2019-09')) return []
  const nodes: Node[] = []
  if (frame.get('unevaluatedProperties') !== undefined) nodes.push(unevaluatedProperties(frame))
  if (frame.get('unevaluatedItems') !== undefined) nodes.push(unevaluatedItems(frame))
  return nodes
}

function unevaluatedProperties(frame: Frame): Node {
  const { algebra } = frame
  const schema = frame.property('additional', undefined, 'unevaluatedProperties')
  if (schema.kind === 'true') return algebra.always
  const cases = casesOf(frame, 'properties', true, { left: maxSchemas }).map(({ when, evaluated }) => {
    if (evaluated.everything) return when
    const pairs = (list: readonly string[]): [string, null][] => list.map((name) => [name, null])
    const others = namesBeyond(frame, pairs(evaluated.names), pairs(evaluated.patterns))
    return algebra.and(when, frame.each(others, schema))
  })
  return algebra.or(algebra.not(algebra.type(bit.object)), ...cases)
}

function unevaluatedItems(frame: Frame): Node {
  const { algebra } = frame
  const schema = frame.element(undefined, 'unevaluatedItems')
  if (schema.kind === 'true') return algebra.always
  const cases = casesOf(frame, 'items', true, { left: maxSchemas }).map(({ when, evaluated }) =>
    evaluated.everything
      ? when
      : algebra.and(when, algebra.items(evaluated.items, algebra.or(schema, ...evaluated.contained))),
  )
  return algebra.or(algebra.not(algebra.type(bit.array)), ...cases)
}

/** The cases of a schema, its own `unevaluated*` left out where it is the one that asks. */
function casesOf(frame: Frame, kind: Kind, isAsking: boolean, steps: { left: number }): Case[] {
  steps.left -= 1
  if (steps.left < 0) throw new TooLarge()
  const { algebra } = frame
  const always: Case = { when: algebra.always, evaluated: nothing }
  const own = isAsking ? algebra.always : frame.node()
  let cases: Case[] = [{ when: own, evaluated: ownEvaluated(frame, kind, isAsking) }]
  const inner = (...place: Place): Case[] => {
    const [child] = frame.inner(...place)
    return child === undefined
      ? [{ when: frame.same(...place), evaluated: nothing }]
      : casesOf(child, kind, false, steps)
  }
  for (const each of frame.referenced()) cases = both(frame, cases, casesOf(each, kind, false, steps))
  frame.list('allOf').forEach((_, index) => {
    cases = both(frame, cases, inner('allOf', index))
  })
  // Which branches of anyOf hold is open; that one of them does is said by the schema itself. Of oneOf only one does.
  frame.list('anyOf').forEach((_, index) => {
    cases = both(frame, cases, optional(always, inner('anyOf', index)))
  })
  cases = both(
    frame,
    cases,
    optional(
      always,
      frame.list('oneOf').flatMap((_, index) => inner('oneOf', index)),
    ),
  )
  for (const [name] of frame.entries('dependentSchemas')) {
    const present = algebra.not(withoutProperty(frame, name))
    const then = inner('dependentSchemas', name).map((each) => ({
      ...each,
      when: algebra.and(present, each.when),
    }))
    cases = both(frame, cases, optional(always, then))
  }
  return frame.get('if') === undefined ? cases : both(frame, cases, conditionalCases(frame, inner))
}

function conditionalCases(frame: Frame, inner: (...place: Place) => Case[]): Case[] {
  const { algebra } = frame
  const unless: Case = { when: algebra.not(frame.same('if')), evaluated: nothing }
  const withThen = frame.get('then') === undefined ? inner('if') : both(frame, inner('if'), inner('then'))
  return [...withThen, ...(frame.get('else') === undefined ? [unless] : both(frame, [unless], inner('else')))]
}

/** A branch that adds nothing to what is evaluated needs no case of its own. */
function optional(always: Case, cases: Case[]): Case[] {
  return [always, ...cases.filter(({ evaluated }) => !isNothing(evaluated))]
}

function isNothing(evaluated: Evaluated): boolean {
  const { everything, names, patterns, items, contained } = evaluated
  return !everything && names.length + patterns.length + items + contained.length === 0
}

function both(frame: Frame, left: Case[], right: Case[]): Case[] {
  const cases = new Map<string, Case>()
  for (const a of left) {
    for (const b of right) {
      frame.algebra.spend(2)
      const when = frame.algebra.and(a.when, b.when)
      if (when.kind === 'false') continue
      const evaluated = merge(a.evaluated, b.evaluated)
      cases.set(
        `${when.id} ${JSON.stringify({ ...evaluated, contained: evaluated.contained.map(({ id }) => id) })}`,
        {
          when,
          evaluated,
        },
      )
    }
  }
  if (cases.size > maxCases) throw new TooLarge()
  return [...cases.values()]
}

function merge(a: Evaluated, b: Evaluated): Evaluated {
  if (a.everything || b.everything) return { ...nothing, everything: true }
  return {
    everything: false,
    names: [...new Set([...a.names, ...b.names])],
    patterns: [...new Set([...a.patterns, ...b.patterns])],
    items: Math.max(a.items, b.items),
    contained: [...new Set([...a.contained, ...b.contained])],
  }
}

/** What a schema's own keywords evaluate when it holds. */
function ownEvaluated(frame: Frame, kind: Kind, isAsking: boolean): Evaluated {
  if (kind === 'properties') {
    const everything =
      frame.get('additionalProperties') !== undefined ||
      (!isAsking && frame.get('unevaluatedProperties') !== undefined)
    const names = frame.entries('properties').map(([name]) => name)
    return {
      ...nothing,
      everything,
      names,
      patterns: frame.entries('patternProperties').map(([source]) => source),
    }
  }
  const { count, rest } = prefix(frame)
  const everything = rest !== undefined || (!isAsking && frame.get('unevaluatedItems') !== undefined)
  return { ...nothing, everything, items: count, contained: contained(frame) }
}

export const unsettled = 'whether contains evaluates differs among readers of 2019-09'

function contained(frame: Frame): Node[] {
  if (frame.get('contains') === undefined || frame.containsEvaluates === 'no') return []
  const schema = frame.element(undefined, 'contains')
  return [
    frame.containsEvaluates === 'yes' ? schema : frame.algebra.and(schema, frame.algebra.opaque(unsettled)),
  ]
}
