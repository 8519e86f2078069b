import { isObject, type Json, type JsonObject } from '@/lib/domain/json/json'
import type { Algebra } from '../algebra/algebra'
import { canonical } from '../algebra/canonical'
import { bit, literalType, type Node } from '../algebra/node'
import { compare, fromNumber, isMultiple, rationalKey, type Rational } from '../algebra/rational'
import type { Languages } from '../regex/languages'
import type { Budget } from './budget'

export function typeBit(value: Json): number {
  if (value === null) return bit.null
  if (typeof value === 'boolean') return value ? bit.true : bit.false
  if (typeof value === 'number') return bit.number
  if (typeof value === 'string') return bit.string
  return Array.isArray(value) ? bit.array : bit.object
}

/** How far sets for one and the same value are followed; a set defined by itself alone says nothing. */
const maxDepth = 600

/** Small questions are quicker without a memory. */
const memoryFrom = 8

function isShared(node: Node): boolean {
  return node.kind === 'and' || node.kind === 'or' || node.kind === 'ref'
}

/** Is a value in a set? Undefined where that hangs on something opaque. */
export class Evaluator {
  private depth = 0
  /** Within one question: sets share parts, and a part may be met at exponentially many places. */
  private readonly memory = new Map<Json, Map<Node, boolean | undefined>>()

  constructor(
    private readonly algebra: Algebra,
    private readonly languages: Languages,
    private readonly budget: Budget,
  ) {}

  test(node: Node, value: Json): boolean | undefined {
    this.budget.spend()
    if (this.depth > maxDepth) return undefined
    this.depth += 1
    try {
      return this.depth > memoryFrom && isShared(node)
        ? this.remembered(node, value)
        : this.testNode(node, value)
    } finally {
      this.depth -= 1
      if (this.depth === 0 && this.memory.size > 0) this.memory.clear()
    }
  }

  private remembered(node: Node, value: Json): boolean | undefined {
    let results = this.memory.get(value)
    if (results === undefined) this.memory.set(value, (results = new Map<Node, boolean | undefined>()))
    if (!results.has(node)) results.set(node, this.testNode(node, value))
    return results.get(node)
  }

  private testNode(node: Node, value: Json): boolean | undefined {
    switch (node.kind) {
      case 'true':
        return true
      case 'false':
        return false
      case 'and':
        return every(node.parts, (part) => this.test(part, value))
      case 'or':
        return some(node.parts, (part) => this.test(part, value))
      case 'ref':
        return this.test(this.algebra.expand(node), value)
      case 'opaque':
        return undefined
      case 'type':
        return (node.mask & typeBit(value)) !== 0
      default:
        if (literalType(node) !== typeBit(value)) return true
        if (typeof value === 'number') return testNumber(node, fromNumber(value))
        if (typeof value === 'string') return this.testString(node, value)
        return Array.isArray(value) ? this.testArray(node, value) : this.testObject(node, value)
    }
  }

  private testString(node: Node, value: string): boolean | undefined {
    switch (node.kind) {
      case 'minLength':
        return this.lengthOf(value) >= node.length
      case 'maxLength':
        return this.lengthOf(value) <= node.length
      case 'strings':
        return node.values.has(value) !== node.not
      case 'pattern': {
        this.budget.spend(value.length >> 2)
        const matches = this.languages.of(node.source)?.matches(value)
        return matches === undefined ? undefined : matches !== node.not
      }
      default:
        return true
    }
  }

  private lengthOf(value: string): number {
    this.budget.spend(value.length >> 7)
    let length = 0
    for (const char of value) length += char === '' ? 0 : 1
    return length
  }

  private testArray(node: Node, value: Json[]): boolean | undefined {
    switch (node.kind) {
      case 'minItems':
        return value.length >= node.count
      case 'maxItems':
        return value.length <= node.count
      case 'item':
        return node.index >= value.length || this.test(node.schema, value[node.index] as Json)
      case 'items':
        return every(value.slice(node.from), (item) => this.test(node.schema, item))
      case 'atLeast':
      case 'atMost': {
        const results = value.slice(node.from).map((item) => this.test(node.schema, item))
        const sure = results.filter((result) => result === true).length
        const possible = sure + results.filter((result) => result === undefined).length
        if (node.kind === 'atLeast')
          return sure >= node.count ? true : possible < node.count ? false : undefined
        return possible <= node.count ? true : sure > node.count ? false : undefined
      }
      case 'unique':
        return this.areDistinct(value) !== node.not
      default:
        return true
    }
  }

  /** The properties that may be among these names: most rules are about one name. */
  private entries(names: Node, value: JsonObject): [string, Json][] {
    if (names.kind === 'strings' && !names.not && names.values.size <= fewNames)
      return [...names.values].flatMap((name) =>
        Object.hasOwn(value, name) ? [[name, value[name] as Json] as [string, Json]] : [],
      )
    const all = Object.entries(value)
    this.budget.spend(all.length >> 2)
    return all
  }

  private areDistinct(values: readonly Json[]): boolean {
    const texts = new Set<string>()
    for (const value of values) {
      const text = canonical(value)
      this.budget.spend(1 + (text.length >> 6))
      texts.add(text)
    }
    return texts.size === values.length
  }

  private testObject(node: Node, value: Json): boolean | undefined {
    if (!isObject(value)) return true
    switch (node.kind) {
      case 'minProperties':
        return Object.keys(value).length >= node.count
      case 'maxProperties':
        return Object.keys(value).length <= node.count
      case 'each':
        return every(this.entries(node.names, value), ([name, item]) =>
          or(not(this.test(node.names, name)), () => this.test(node.schema, item)),
        )
      case 'some':
        return some(this.entries(node.names, value), ([name, item]) =>
          and(this.test(node.names, name), () => this.test(node.schema, item)),
        )
      default:
        return true
    }
  }
}

/** How many names may be looked up one by one. */
const fewNames = 4

function testNumber(node: Node, value: Rational): boolean {
  switch (node.kind) {
    case 'minimum':
      return compare(value, node.value) >= (node.strict ? 1 : 0)
    case 'maximum':
      return compare(node.value, value) >= (node.strict ? 1 : 0)
    case 'multiple':
      return isMultiple(value, node.of) !== node.not
    case 'numbers':
      return node.values.has(rationalKey(value)) !== node.not
    default:
      return true
  }
}

const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value)

function and(left: boolean | undefined, right: () => boolean | undefined): boolean | undefined {
  if (left === false) return false
  const other = right()
  return other === true ? left : other
}

function or(left: boolean | undefined, right: () => boolean | undefined): boolean | undefined {
  if (left === true) return true
  const other = right()
  return other === false ? left : other
}

function every<Item>(items: readonly Item[], test: (item: Item) => boolean | undefined): boolean | undefined {
  let result: boolean | undefined = true
  for (const item of items) {
    const one = test(item)
    if (one === false) return false
    if (one === undefined) result = undefined
  }
  return result
}

function some<Item>(items: readonly Item[], test: (item: Item) => boolean | undefined): boolean | undefined {
  return not(every(items, (item) => not(test(item))))
}
