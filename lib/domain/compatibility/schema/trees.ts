import { isObject, type Json, type JsonObject } from '@/lib/domain/json/json'
import { drafts } from './drafts'
import type { Location } from './documents'

/** What a schema means beyond its own text: where it leads, and the identity it takes or that leads to it. */
const leadsOut = new Set(['$ref', '$dynamicRef', '$recursiveRef', '$id', 'id'])

interface Tree {
  readonly number: number
  /** It holds no reference and no identity: its text alone says what it means. */
  readonly isClosed: boolean
}

/**
 * Numbers the schemas of both sides by their texts, so that what both spell alike is compiled once. Neighbouring
 * versions of a type have most of their schemas in common. Callers bound the depth.
 */
export class Trees {
  private readonly numbers = new Map<string, number>()
  private readonly trees = new Map<object, Tree>()

  constructor(
    private readonly before: Json,
    private readonly after: Json,
  ) {}

  /** Whether both sides have one text: keys in any order, numbers by their value (1.0 is 1, -0 is 0). */
  get areEqual(): boolean {
    const [before, after] = [this.textOf(this.before), this.textOf(this.after)]
    return before === after
  }

  /** The same number for every closed schema of this text and draft; undefined where the text alone does not say. */
  numberOf({ schema, resource }: Location): number | undefined {
    if (!isObject(schema)) return undefined
    const tree = this.trees.get(schema)
    if (tree?.isClosed !== true) return undefined
    return tree.number * drafts.length + drafts.indexOf(resource.draft)
  }

  private textOf(value: Json): string {
    if (typeof value === 'number') return String(value === 0 ? 0 : value)
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    return `#${this.treeOf(value).number}`
  }

  private treeOf(value: Json[] | JsonObject): Tree {
    let tree = this.trees.get(value)
    if (tree === undefined) this.trees.set(value, (tree = this.read(value)))
    return tree
  }

  private read(value: Json[] | JsonObject): Tree {
    let isClosed = true
    let text = Array.isArray(value) ? '[' : '{'
    for (const key of Array.isArray(value) ? value.keys() : Object.keys(value).sort()) {
      const inner = (value as JsonObject)[key] as Json
      if (typeof key === 'string') text += `${JSON.stringify(key)}:`
      if (typeof inner === 'object' && inner !== null) {
        const tree = this.treeOf(inner)
        isClosed &&= tree.isClosed
        text += `#${tree.number},`
      } else {
        if (typeof inner === 'string') isClosed &&= !leadsOut.has(String(key))
        text += `${this.textOf(inner)},`
      }
    }
    return this.numbered(text, isClosed)
  }

  private numbered(text: string, isClosed: boolean): Tree {
    let number = this.numbers.get(text)
    if (number === undefined) this.numbers.set(text, (number = this.numbers.size))
    return { number, isClosed }
  }
}
