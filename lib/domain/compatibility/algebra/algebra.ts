import type { Json } from '@/lib/domain/json/json'
import { anyType, bit, literalType, type Node, type NodeShape } from './node'
import { fromNumber, rationalKey, type Rational } from './rational'
import { TooLarge, type Budget } from '../prove/budget'

/** More interned sets than any real schema makes; beyond it the answer is "too large". */
const maxNodes = 200_000

/** Builds and interns the sets of one question. */
export class Algebra {
  private readonly interned = new Map<string, Node>()
  private readonly eachs = new Map<number, Node>()
  private readonly somes = new Map<number, Node>()
  private readonly words = new Map<string, Node>()
  private count = 0
  private readonly negations = new Map<Node, Node>()
  /** Negations that are long to spell out, until somebody needs them. */
  private readonly deferred = new Map<Node, () => Node>()
  private readonly definitions: (() => Node)[] = []
  private readonly defined = new Map<number, Node>()
  private readonly types: Node[] = []
  readonly always: Node
  readonly never: Node

  constructor(private readonly budget: Budget) {
    this.always = this.intern('true', { kind: 'true' })
    this.never = this.intern('false', { kind: 'false' })
    this.pair(this.always, this.never)
  }

  /** Work that is done to make sets. */
  spend(steps: number): void {
    this.budget.spend(steps)
  }

  private intern(key: string, shape: NodeShape): Node {
    // Texts are most of the work here: each is built, hashed and compared.
    this.budget.spend(1 + (key.length >> 7))
    const known = this.interned.get(key)
    if (known !== undefined) return known
    const node = this.add(shape)
    this.interned.set(key, node)
    return node
  }

  /** The same for sets that two others, or a set and a count, make. */
  private internPair(memo: Map<number, Node>, a: number, b: number, shape: NodeShape): Node {
    this.budget.spend(1)
    const key = a * maxNodes + b
    let node = memo.get(key)
    if (node === undefined) memo.set(key, (node = this.add(shape)))
    return node
  }

  /** The shape itself becomes the node: nobody else holds it, and a copy is most of what a node costs. */
  private add(shape: NodeShape): Node {
    if (this.count >= maxNodes) throw new TooLarge()
    return Object.assign(shape, { id: this.count++ })
  }

  private pair(a: Node, b: Node): void {
    this.negations.set(a, b)
    this.negations.set(b, a)
  }

  and(...given: Node[]): Node {
    this.budget.spend(given.length >> 3)
    const parts = new Set<Node>()
    let mask = anyType
    for (const node of given) {
      if (node.kind === 'false') return this.never
      if (node.kind === 'type') mask &= node.mask
      else if (node.kind !== 'and') {
        if (node.kind !== 'true') parts.add(node)
      } else
        for (const part of node.parts) {
          if (part.kind === 'type') mask &= part.mask
          else parts.add(part)
        }
    }
    if (mask === 0) return this.never
    for (const part of parts) {
      const negation = this.negations.get(part)
      if (negation !== undefined && parts.has(negation)) return this.never
    }
    if (mask !== anyType) parts.add(this.type(mask))
    return this.combine('and', parts, this.always)
  }

  or(...given: Node[]): Node {
    this.budget.spend(given.length >> 3)
    const parts = new Set<Node>()
    let mask = 0
    for (const node of given) {
      if (node.kind === 'true') return this.always
      if (node.kind === 'type') mask |= node.mask
      else if (node.kind !== 'or') {
        if (node.kind !== 'false') parts.add(node)
      } else
        for (const part of node.parts) {
          if (part.kind === 'type') mask |= part.mask
          else parts.add(part)
        }
    }
    if (mask === anyType) return this.always
    for (const part of parts) {
      const negation = this.negations.get(part)
      if (negation !== undefined && parts.has(negation)) return this.always
    }
    if (mask !== 0) parts.add(this.type(mask))
    return this.combine('or', parts, this.never)
  }

  private combine(kind: 'and' | 'or', set: Set<Node>, empty: Node): Node {
    const parts = [...set].sort((a, b) => a.id - b.id)
    if (parts.length < 2) return parts[0] ?? empty
    this.budget.spend(parts.length >> 3)
    return this.intern(`${kind} ${parts.map(({ id }) => id).join(' ')}`, { kind, parts })
  }

  not(node: Node): Node {
    const known = this.negations.get(node)
    if (known !== undefined) return known
    const negation = this.deferred.get(node)?.() ?? this.negate(node)
    this.pair(node, negation)
    return negation
  }

  /** The negation, if it has been asked for before. */
  knownNegation(node: Node): Node | undefined {
    return this.negations.get(node)
  }

  private negate(node: Node): Node {
    switch (node.kind) {
      case 'true':
        return this.never
      case 'false':
        return this.always
      case 'and':
        return this.or(...node.parts.map((part) => this.not(part)))
      case 'or':
        return this.and(...node.parts.map((part) => this.not(part)))
      case 'type':
        return this.type(anyType & ~node.mask)
      case 'ref':
        return this.intern(`ref ${node.name} ${!node.not}`, { kind: 'ref', name: node.name, not: !node.not })
      case 'opaque':
        return this.opaque(node.reason, !node.not)
      default:
        return this.and(this.type(literalType(node) ?? anyType), ...this.opposite(node))
    }
  }

  /** What a literal's negation says of the values of its own type. */
  private opposite(node: Node): Node[] {
    switch (node.kind) {
      case 'minimum':
        return [this.maximum(node.value, !node.strict)]
      case 'maximum':
        return [this.minimum(node.value, !node.strict)]
      case 'multiple':
        return [this.multiple(node.of, !node.not)]
      case 'numbers':
        return [this.numbers(node.values.values(), !node.not)]
      case 'minLength':
        return [this.maxLength(node.length - 1)]
      case 'maxLength':
        return [this.minLength(node.length + 1)]
      case 'pattern':
        return [this.pattern(node.source, !node.not)]
      case 'strings':
        return [this.strings(node.values, !node.not)]
      case 'minItems':
        return [this.maxItems(node.count - 1)]
      case 'maxItems':
        return [this.minItems(node.count + 1)]
      case 'item':
        return [this.minItems(node.index + 1), this.item(node.index, this.not(node.schema))]
      case 'items':
        return [this.atLeast(node.from, this.not(node.schema), 1)]
      case 'atLeast':
        return [this.atMost(node.from, node.schema, node.count - 1)]
      case 'atMost':
        return [this.atLeast(node.from, node.schema, node.count + 1)]
      case 'unique':
        return [this.unique(!node.not)]
      case 'minProperties':
        return [this.maxProperties(node.count - 1)]
      case 'maxProperties':
        return [this.minProperties(node.count + 1)]
      case 'each':
        return [this.some(node.names, this.not(node.schema))]
      case 'some':
        return [this.each(node.names, this.not(node.schema))]
      default:
        throw new Error(`no literal: ${node.kind}`)
    }
  }

  /** In one of the sets and in none of the others. Its negation is none of them, or two of them at once. */
  exactlyOne(parts: readonly Node[]): Node {
    const complements = parts.map((part) => this.not(part))
    const others = (index: number): Node[] => complements.filter((_, other) => other !== index)
    const one = this.or(...parts.map((part, index) => this.and(part, ...others(index))))
    this.deferred.set(one, () => {
      const two = parts.flatMap((part, index) => parts.slice(index + 1).map((other) => this.and(part, other)))
      return this.or(this.and(...complements), ...two)
    })
    return one
  }

  type(mask: number): Node {
    if (mask === 0) return this.never
    if (mask === anyType) return this.always
    return (this.types[mask] ??= this.intern(`type ${mask}`, { kind: 'type', mask }))
  }

  /** A set that may contain itself: `define` is asked once, when the set is first looked into. */
  declare(define: () => Node): Node {
    const name = this.definitions.push(define) - 1
    return this.intern(`ref ${name} false`, { kind: 'ref', name, not: false })
  }

  expand(node: Node & { kind: 'ref' }): Node {
    let definition = this.defined.get(node.name)
    if (definition === undefined) {
      definition = this.definitions[node.name]?.() ?? this.never
      this.defined.set(node.name, definition)
    }
    return node.not ? this.not(definition) : definition
  }

  opaque(reason: string, not = false): Node {
    return this.intern(`opaque ${not} ${reason}`, { kind: 'opaque', reason, not })
  }

  minimum(value: Rational, strict = false): Node {
    return this.intern(`minimum ${rationalKey(value)} ${strict}`, { kind: 'minimum', value, strict })
  }

  maximum(value: Rational, strict = false): Node {
    return this.intern(`maximum ${rationalKey(value)} ${strict}`, { kind: 'maximum', value, strict })
  }

  multiple(of: Rational, not = false): Node {
    return this.intern(`multiple ${rationalKey(of)} ${not}`, { kind: 'multiple', of, not })
  }

  numbers(given: Iterable<Rational>, not = false): Node {
    const values = new Map([...given].map((value) => [rationalKey(value), value]))
    if (values.size === 0) return not ? this.always : this.type(anyType & ~bit.number)
    return this.intern(`numbers ${not} ${[...values.keys()].sort().join(' ')}`, {
      kind: 'numbers',
      values,
      not,
    })
  }

  minLength(length: number): Node {
    return length <= 0 ? this.always : this.intern(`minLength ${length}`, { kind: 'minLength', length })
  }

  maxLength(length: number): Node {
    if (length < 0) return this.type(anyType & ~bit.string)
    return this.intern(`maxLength ${length}`, { kind: 'maxLength', length })
  }

  pattern(source: string, not = false): Node {
    return this.intern(`pattern ${not} ${source}`, { kind: 'pattern', source, not })
  }

  strings(given: Iterable<string>, not = false): Node {
    const values = new Set(given)
    if (values.size === 0) return not ? this.always : this.type(anyType & ~bit.string)
    const listed = values.size === 1 ? [...values] : [...values].sort()
    return this.intern(`strings ${not} ${JSON.stringify(listed)}`, {
      kind: 'strings',
      values,
      not,
    })
  }

  minItems(count: number): Node {
    return count <= 0 ? this.always : this.intern(`minItems ${count}`, { kind: 'minItems', count })
  }

  maxItems(count: number): Node {
    if (count < 0) return this.type(anyType & ~bit.array)
    return this.intern(`maxItems ${count}`, { kind: 'maxItems', count })
  }

  item(index: number, schema: Node): Node {
    if (schema.kind === 'true') return this.always
    if (schema.kind === 'false') return this.maxItems(index)
    return this.intern(`item ${index} ${schema.id}`, { kind: 'item', index, schema })
  }

  items(from: number, schema: Node): Node {
    if (schema.kind === 'true') return this.always
    if (schema.kind === 'false') return this.maxItems(from)
    return this.intern(`items ${from} ${schema.id}`, { kind: 'items', from, schema })
  }

  atLeast(from: number, schema: Node, count: number): Node {
    if (count <= 0) return this.always
    if (schema.kind === 'true') return this.minItems(from + count)
    if (schema.kind === 'false') return this.type(anyType & ~bit.array)
    return this.intern(`atLeast ${from} ${schema.id} ${count}`, { kind: 'atLeast', from, schema, count })
  }

  atMost(from: number, schema: Node, count: number): Node {
    if (count < 0) return this.type(anyType & ~bit.array)
    if (schema.kind === 'false') return this.always
    if (schema.kind === 'true') return this.maxItems(from + count)
    if (count === 0) return this.items(from, this.not(schema))
    return this.intern(`atMost ${from} ${schema.id} ${count}`, { kind: 'atMost', from, schema, count })
  }

  unique(not = false): Node {
    return this.intern(`unique ${not}`, { kind: 'unique', not })
  }

  minProperties(count: number): Node {
    return count <= 0 ? this.always : this.intern(`minProperties ${count}`, { kind: 'minProperties', count })
  }

  maxProperties(count: number): Node {
    if (count < 0) return this.type(anyType & ~bit.object)
    return this.intern(`maxProperties ${count}`, { kind: 'maxProperties', count })
  }

  each(names: Node, schema: Node): Node {
    if (schema.kind === 'true' || names.kind === 'false') return this.always
    return this.internPair(this.eachs, names.id, schema.id, { kind: 'each', names, schema })
  }

  some(names: Node, schema: Node): Node {
    if (schema.kind === 'false' || names.kind === 'false') return this.type(anyType & ~bit.object)
    return this.internPair(this.somes, names.id, schema.id, { kind: 'some', names, schema })
  }

  /** The set of one string, and of all that are none. */
  word(word: string): Node {
    this.budget.spend(1)
    let node = this.words.get(word)
    if (node === undefined) this.words.set(word, (node = this.strings([word])))
    return node
  }

  has(name: string): Node {
    return this.some(this.word(name), this.always)
  }

  /** The finite set of these values. Arrays and objects are spelled out, so that they can be taken away as well. */
  values(values: readonly Json[]): Node {
    this.budget.spend(1 + (values.length >> 1))
    let mask = 0
    const numbers: Rational[] = []
    const strings: string[] = []
    const others: Node[] = []
    for (const value of values) {
      if (value === null) mask |= bit.null
      else if (typeof value === 'boolean') mask |= value ? bit.true : bit.false
      else if (typeof value === 'number') numbers.push(fromNumber(value))
      else if (typeof value === 'string') strings.push(value)
      else others.push(this.structure(value))
    }
    if (numbers.length > 0) others.push(this.and(this.type(bit.number), this.numbers(numbers)))
    if (strings.length > 0) others.push(this.and(this.type(bit.string), this.strings(strings)))
    return this.or(this.type(mask), ...others)
  }

  private structure(value: Json[] | { [key: string]: Json }): Node {
    if (Array.isArray(value)) {
      const items = value.map((item, index) => this.item(index, this.values([item])))
      return this.and(
        this.type(bit.array),
        this.minItems(value.length),
        this.maxItems(value.length),
        ...items,
      )
    }
    const names = Object.keys(value)
    const properties = names.flatMap((name) => [
      this.has(name),
      this.each(this.word(name), this.values([value[name] as Json])),
    ])
    const others = this.each(this.not(this.strings(names)), this.never)
    return this.and(this.type(bit.object), ...properties, others)
  }
}
