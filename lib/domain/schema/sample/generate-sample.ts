import { isDeeperThan } from '@/lib/domain/json/depth'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import {
  itemSchemas,
  namedSchemas,
  readNode,
  readNodes,
  requiredNames,
  schemaLists,
  schemasUnder,
  valuesOf,
  type MergedNode,
} from '../merged-node'
import { SchemaDocument, type Located } from '../schema-document'
import { enumeratedOf, typesOf } from '../type-words'
import { fitsShallowly } from './fits-shallowly'
import { sampleNumber } from './sample-number'
import { hasMatch } from './sample-pattern'
import { sampleString } from './sample-string'

export interface SampleOptions {
  /**
   * Says whether a finished sample is valid. With it, other choices (of variants, with fewer optional fields) are tried
   * until one is; without it the first is taken.
   */
  isValid?: (value: Json) => boolean
}

/** Choices tried before the last one is given back as it is. */
const ATTEMPTS = 12
/** Below this depth only what is required is filled in; below the second nothing is. */
const OPTIONAL_DEPTH = 6
const MAX_DEPTH = 24
/** Places filled in; a schema that multiplies gets a small sample, not a large one. */
const MAX_PLACES = 5_000
const MAX_ITEMS = 100

/**
 * An example of the data block: the authors' own examples, defaults and constants first, then formats, bounds and
 * patterns, with every optional field that is not deprecated. One schema has one sample, on every machine. The sample is
 * valid for what can be read off the schema; `not`, overlaps of `oneOf` and the like need `isValid`.
 */
export function generateSample(schema: Json, { isValid }: SampleOptions = {}): Json {
  const document = new SchemaDocument(isDeeperThan(schema, 400) ? true : schema)
  let sample: Json = null
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    sample = new SampleMaker(document, attempt).make()
    if (isValid === undefined || isValid(sample)) return sample
  }
  return sample
}

class SampleMaker {
  private left = MAX_PLACES

  constructor(
    private readonly document: SchemaDocument,
    /** Which variant is chosen; odd ones also leave optional fields out. */
    private readonly attempt: number,
  ) {}

  make(): Json {
    return this.value([{ schema: this.document.root, pointer: '' }], '', 0, 0)
  }

  /** Recursive: depth is bounded. */
  private value(places: readonly Located[], name: string, depth: number, salt: number): Json {
    this.left--
    const node = this.chosen(readNodes(this.document, places), 0)
    const given = this.given(node, salt)
    if (given !== undefined) return given
    if (depth > MAX_DEPTH || this.left < 0) return null
    switch (this.typeOf(node)) {
      case 'object':
        return this.object(node, depth)
      case 'array':
        return this.array(node, name, depth)
      case 'integer':
        return sampleNumber(node, true, salt)
      case 'number':
        return sampleNumber(node, false, salt)
      case 'boolean':
        return salt % 2 === 0
      case 'null':
        return null
      default:
        return sampleString(node, name, salt)
    }
  }

  /** The node with one variant of each `oneOf` and `anyOf`, and one side of each condition, put into it. */
  private chosen(node: MergedNode, level: number): MergedNode {
    const extra: Located[] = []
    for (const list of [...schemaLists(node, 'oneOf'), ...schemaLists(node, 'anyOf')]) {
      const possible = list.filter(({ schema }) => schema !== false)
      const variant = possible[(this.attempt >> 1) % Math.max(1, possible.length)]
      if (variant) extra.push(variant)
    }
    const holds = this.attempt % 4 < 2
    if (holds) extra.push(...schemasUnder(node, 'if'), ...schemasUnder(node, 'then'))
    else if (schemasUnder(node, 'if').length > 0) extra.push(...schemasUnder(node, 'else'))
    if (extra.length === 0 || level > 4) return node
    const merged = extra.map((place) => this.chosen(readNode(this.document, place), level + 1))
    return { ...node, parts: [...node.parts, ...merged.flatMap(({ parts }) => parts)] }
  }

  /** What an author wrote down as a value of this place. */
  private given(node: MergedNode, salt: number): Json | undefined {
    const values = enumeratedOf(node)
    const written: Json[] = [
      ...valuesOf(node, 'examples').flatMap((value) => (Array.isArray(value) ? value : [])),
      ...valuesOf(node, 'example'),
      ...valuesOf(node, 'default'),
    ]
    const fitting = [...written, ...(values ?? [])].filter(fitsShallowly(node))
    if (salt === 0 || fitting.length > 1) return fitting[salt % Math.max(1, fitting.length)]
    return values === undefined ? undefined : fitting[0]
  }

  private typeOf(node: MergedNode): string {
    const types = typesOf(node)
    const wanted = types?.find((type) => type !== 'null') ?? types?.[0]
    if (wanted !== undefined) return wanted
    const has = (...keywords: string[]) => keywords.some((keyword) => valuesOf(node, keyword).length > 0)
    if (has('properties', 'required', 'patternProperties', 'minProperties', 'additionalProperties'))
      return 'object'
    if (has('items', 'prefixItems', 'minItems', 'contains')) return 'array'
    if (has('minimum', 'maximum', 'multipleOf', 'exclusiveMinimum', 'exclusiveMaximum')) return 'number'
    return 'string'
  }

  private object(node: MergedNode, depth: number): Json {
    const required = requiredNames(node)
    const declared = namedSchemas(node, 'properties')
    const entries: [string, Json][] = []
    for (const [name, places] of declared) {
      if (!required.has(name) && !this.wantsOptional(places, depth)) continue
      if (this.left < 0) break
      entries.push([name, this.value(places, name, depth + 1, 0)])
    }
    for (const name of required) {
      if (!declared.has(name)) entries.push([name, this.undeclared(node, name, depth)])
    }
    const most = Math.min(
      Infinity,
      ...valuesOf(node, 'maxProperties').filter((value) => typeof value === 'number'),
    )
    const kept = entries.length <= most ? entries : entries.filter(([name]) => required.has(name))
    const least = Math.max(0, ...valuesOf(node, 'minProperties').filter((value) => typeof value === 'number'))
    for (let extra = 1; kept.length < Math.min(least, MAX_ITEMS); extra++) {
      const name = `field_${extra}`
      kept.push([name, this.undeclared(node, name, depth)])
    }
    return fromEntries(kept)
  }

  private wantsOptional(places: readonly Located[], depth: number): boolean {
    if (depth >= OPTIONAL_DEPTH || this.attempt % 2 === 1) return false
    const node = readNodes(this.document, places)
    return !node.impossible && !valuesOf(node, 'deprecated').includes(true)
  }

  /** A field that only `required` names: its schema is that of the patterns it matches, else of the other fields. */
  private undeclared(node: MergedNode, name: string, depth: number): Json {
    const places = [...namedSchemas(node, 'patternProperties')]
      .filter(([pattern]) => hasMatch(pattern, name) === true)
      .flatMap(([, matching]) => matching)
    const all = places.length > 0 ? places : schemasUnder(node, 'additionalProperties')
    return all.length === 0 ? `${name}-1` : this.value(all, name, depth + 1, 0)
  }

  private array(node: MergedNode, name: string, depth: number): Json {
    const { positions, rest } = itemSchemas(node)
    const bound = (keyword: string, otherwise: number) =>
      valuesOf(node, keyword).find((value) => typeof value === 'number') ?? otherwise
    const contained = schemasUnder(node, 'contains')
    const wanted = Math.max(
      bound('minItems', 0),
      bound('minContains', contained.length),
      depth < OPTIONAL_DEPTH ? 1 : 0,
    )
    const fixed = Math.max(0, ...positions.map((list) => list.length))
    const count = Math.min(Math.max(wanted, fixed), bound('maxItems', Infinity), MAX_ITEMS)
    const items: Json[] = []
    for (let index = 0; index < count && this.left >= 0; index++) {
      const own = index < fixed ? positions.flatMap((list) => list.slice(index, index + 1)) : rest
      const places = [...own, ...(index < bound('minContains', contained.length) ? contained : [])]
      if (places.some(({ schema }) => schema === false)) break
      items.push(
        this.value(places.length > 0 ? places : [{ schema: true, pointer: '' }], name, depth + 1, index),
      )
    }
    return items
  }
}

/** `__proto__` becomes a field like any other. */
function fromEntries(entries: readonly [string, Json][]): JsonObject {
  return Object.fromEntries(entries)
}
