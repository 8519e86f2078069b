import { isObject, type Json, type JsonObject } from '@/lib/domain/json/json'
import { drafts } from './drafts'
import type { Location } from './documents'
import { keywordRules, type ValueForm } from './keywords'

/** What a schema means beyond its own text: where it leads, and the identity it takes or that leads to it. */
const leadsOut = new Set(['$ref', '$dynamicRef', '$recursiveRef', '$id', 'id'])

/** Words for people. As texts they are no schemas, so not even a reference can give them a meaning. */
const prose = new Set(['title', 'description', '$comment'])

/** What stands at a place: a schema, schemas by their names, or anything else, of which every letter may count. */
type Role = 'schema' | 'schemas by name' | 'data'

const roleOfForm: Partial<Record<ValueForm, Role>> = {
  schema: 'schema',
  schemaOrBoolean: 'schema',
  schemas: 'schema',
  schemaOrSchemas: 'schema',
  schemaMap: 'schemas by name',
  dependencies: 'schemas by name',
  someDependencies: 'schemas by name',
}

/** No draft gives a keyword that holds schemas in another one a meaning of its own: unknown, it is passed over. */
const roleBelow: ReadonlyMap<string, Role> = new Map(
  keywordRules.flatMap(({ keyword, form }): [string, Role][] => {
    const role = roleOfForm[form]
    return role === undefined ? [] : [[keyword, role]]
  }),
)

interface Tree {
  readonly number: number
  /** It holds no reference and no identity: its text alone says what it means. */
  readonly isClosed: boolean
}

/**
 * Numbers the schemas of both sides by their texts, but for what is prose in them, so that what both spell alike is
 * compiled once. Neighbouring versions of a type have most of their schemas in common. Callers bound the depth.
 */
export class Trees {
  private readonly numbers = new Map<string, number>()
  private readonly trees: Readonly<Record<Role, Map<object, Tree>>> = {
    schema: new Map(),
    'schemas by name': new Map(),
    data: new Map(),
  }

  constructor(
    private readonly before: Json,
    private readonly after: Json,
  ) {}

  /** Whether both sides say the same: keys in any order, numbers by their value (1.0 is 1, -0 is 0), in other words. */
  get areEqual(): boolean {
    const [before, after] = [this.textOf(this.before, 'schema'), this.textOf(this.after, 'schema')]
    return before === after
  }

  /** The same number for every closed schema of this text and draft; undefined where the text alone does not say. */
  numberOf({ schema, resource }: Location): number | undefined {
    if (!isObject(schema)) return undefined
    const tree = this.trees.schema.get(schema)
    if (tree?.isClosed !== true) return undefined
    return tree.number * drafts.length + drafts.indexOf(resource.draft)
  }

  private textOf(value: Json, role: Role): string {
    if (typeof value === 'number') return String(value === 0 ? 0 : value)
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    return `#${this.treeOf(value, role).number}`
  }

  private treeOf(value: Json[] | JsonObject, role: Role): Tree {
    const trees = this.trees[role]
    let tree = trees.get(value)
    if (tree === undefined) trees.set(value, (tree = this.read(value, role)))
    return tree
  }

  private read(value: Json[] | JsonObject, role: Role): Tree {
    let isClosed = true
    let text = Array.isArray(value) ? '[' : '{'
    for (const key of Array.isArray(value) ? value.keys() : Object.keys(value).sort()) {
      const inner = (value as JsonObject)[key] as Json
      if (role === 'schema' && typeof inner === 'string' && prose.has(String(key))) continue
      if (typeof key === 'string') text += `${JSON.stringify(key)}:`
      if (typeof inner === 'object' && inner !== null) {
        const tree = this.treeOf(inner, typeof key === 'string' ? below(role, key) : role)
        isClosed &&= tree.isClosed
        text += `#${tree.number},`
      } else {
        if (typeof inner === 'string') isClosed &&= !leadsOut.has(String(key))
        text += `${this.textOf(inner, 'data')},`
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

function below(role: Role, key: string): Role {
  if (role === 'schema') return roleBelow.get(key) ?? 'data'
  return role === 'schemas by name' ? 'schema' : 'data'
}
