import {
  compare,
  fromNumber,
  leastCommonMultiple,
  toNumber,
  type Rational,
} from '@/lib/domain/compatibility/algebra/rational'
import type { JsonObject } from '@/lib/domain/json/json'
import { valuesOf, type MergedNode } from '@/lib/domain/schema/merged-node'
import type { Notice } from './change'
import { noticeAt, type NodePair } from './schema-pair'

interface Bound {
  value: number
  exclusive: boolean
}

const counted = [
  ['minLength', 'lower'],
  ['maxLength', 'upper'],
  ['minItems', 'lower'],
  ['maxItems', 'upper'],
  ['minProperties', 'lower'],
  ['maxProperties', 'upper'],
] as const

/** Bounds of numbers and counts, in whatever spelling of whatever draft. */
export function* noticeBounds(pair: NodePair): Generator<Notice> {
  yield* oneBound(pair, 'minimum', ['minimum', 'exclusiveMinimum'], 'lower', limitOf)
  yield* oneBound(pair, 'maximum', ['maximum', 'exclusiveMaximum'], 'upper', limitOf)
  for (const [keyword, side] of counted) yield* oneBound(pair, keyword, [keyword], side, countOf)
  yield* multiples(pair)
  const [before, after] = [isUnique(pair.before), isUnique(pair.after)]
  if (before !== after) {
    const facts = { before: { uniqueItems: before }, after: { uniqueItems: after } }
    yield noticeAt(pair, after ? 'bound-tightened' : 'bound-loosened', facts, ['uniqueItems'])
  }
}

function* oneBound(
  pair: NodePair,
  name: string,
  keywords: readonly string[],
  side: 'lower' | 'upper',
  read: (node: MergedNode, keyword: string, side: 'lower' | 'upper') => Bound | undefined,
): Generator<Notice> {
  const [before, after] = [read(pair.before, name, side), read(pair.after, name, side)]
  if (before?.value === after?.value && before?.exclusive === after?.exclusive) return
  const tighter = isTighter(after, before, side)
  const facts = { before: factOf(name, before), after: factOf(name, after) }
  yield noticeAt(pair, tighter ? 'bound-tightened' : 'bound-loosened', facts, keywords)
}

function isTighter(bound: Bound | undefined, than: Bound | undefined, side: 'lower' | 'upper'): boolean {
  if (bound === undefined) return false
  if (than === undefined) return true
  if (bound.value === than.value) return bound.exclusive
  return side === 'lower' ? bound.value > than.value : bound.value < than.value
}

/** `{}` where there was no bound, so that both facts read alike. */
function factOf(keyword: string, bound: Bound | undefined): JsonObject {
  if (bound === undefined) return {}
  const name = bound.exclusive ? `exclusive${keyword[0]?.toUpperCase() ?? ''}${keyword.slice(1)}` : keyword
  return { [name]: bound.value }
}

/** The bound that holds: of several, the tightest. `minimum: 0` as a count is no bound at all. */
function countOf(node: MergedNode, keyword: string, side: 'lower' | 'upper'): Bound | undefined {
  const values = valuesOf(node, keyword).filter((value) => typeof value === 'number')
  const value = side === 'lower' ? Math.max(0, ...values) : Math.min(Infinity, ...values)
  return value === 0 && side === 'lower'
    ? undefined
    : value === Infinity
      ? undefined
      : { value, exclusive: false }
}

/** Draft-04 says `exclusiveMinimum: true` beside `minimum`; later drafts give it a number of its own. */
function limitOf(node: MergedNode, keyword: string, side: 'lower' | 'upper'): Bound | undefined {
  const exclusiveKeyword = keyword === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'
  let tightest: Bound | undefined
  for (const { schema } of node.parts) {
    const [plain, exclusive] = [schema[keyword], schema[exclusiveKeyword]]
    const bounds: Bound[] = []
    if (typeof plain === 'number') bounds.push({ value: plain, exclusive: exclusive === true })
    if (typeof exclusive === 'number') bounds.push({ value: exclusive, exclusive: true })
    for (const bound of bounds)
      if (tightest === undefined || isTighter(bound, tightest, side)) tightest = bound
  }
  return tightest
}

/** Of several steps the least common multiple holds, exactly: 0.3 is a multiple of 0.1. A larger one leaves fewer numbers. */
function* multiples(pair: NodePair): Generator<Notice> {
  const [before, after] = [stepOf(pair.before), stepOf(pair.after)]
  if (before === after || (before && after && compare(before, after) === 0)) return
  const tighter = after !== undefined && (before === undefined || compare(after, before) > 0)
  const fact = (step: Rational | undefined): JsonObject =>
    step === undefined ? {} : { multipleOf: toNumber(step) ?? `${step.numerator}/${step.denominator}` }
  const facts = { before: fact(before), after: fact(after) }
  yield noticeAt(pair, tighter ? 'bound-tightened' : 'bound-loosened', facts, ['multipleOf'])
}

function stepOf(node: MergedNode): Rational | undefined {
  const steps = valuesOf(node, 'multipleOf').filter((value) => typeof value === 'number' && value > 0)
  return steps
    .map((step) => fromNumber(step as number))
    .reduce<Rational | undefined>((all, step) => (all ? leastCommonMultiple(all, step) : step), undefined)
}

function isUnique(node: MergedNode): boolean {
  return valuesOf(node, 'uniqueItems').includes(true)
}
