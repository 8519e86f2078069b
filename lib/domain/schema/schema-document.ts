import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { appendPointer, pointerTokens } from '@/lib/domain/json/pointer'

/** A subschema and where it stands. */
export interface Located {
  readonly schema: Json
  /** JSON Pointer into the document. */
  readonly pointer: string
}

/** Places that are looked at for anchors and ids; what lies beyond has no name. */
const MAX_PLACES = 100_000

/** One schema document and the references inside it. Nothing outside is ever fetched. */
export class SchemaDocument {
  /** Up to draft-07 a `$ref` hides the assertions beside it. */
  readonly refHidesNeighbours: boolean
  private names: Map<string, Located> | undefined

  constructor(readonly root: Json) {
    const declared = isObject(root) ? own(root, '$schema') : undefined
    this.refHidesNeighbours = typeof declared === 'string' && /draft-0[3467]\/schema/.test(declared)
  }

  /** The schema that a `$ref` names, or undefined where it leads out of the document or nowhere. */
  resolve(reference: string): Located | undefined {
    const hash = reference.indexOf('#')
    const [base, fragment] =
      hash === -1 ? [reference, ''] : [reference.slice(0, hash), decode(reference.slice(hash + 1))]
    const start: Located | undefined =
      base === '' ? { schema: this.root, pointer: '' } : this.named().get(base)
    if (start === undefined) return undefined
    if (fragment !== '' && !fragment.startsWith('/')) return this.named().get(`#${fragment}`)
    return descend(start, fragment)
  }

  /** The schema at a pointer, if one is there. */
  at(pointer: string): Located | undefined {
    return descend({ schema: this.root, pointer: '' }, pointer)
  }

  /** Ids and anchors, by the text a reference may use for them. Found once, on first need. */
  private named(): Map<string, Located> {
    if (this.names) return this.names
    const names = new Map<string, Located>()
    const open: Located[] = [{ schema: this.root, pointer: '' }]
    let places = 0
    for (let at = open.pop(); at !== undefined && places < MAX_PLACES; at = open.pop(), places++) {
      const { schema, pointer } = at
      if (Array.isArray(schema)) {
        schema.forEach((each, index) => open.push({ schema: each, pointer: appendPointer(pointer, index) }))
      } else if (isObject(schema)) {
        for (const name of namesOf(schema)) if (!names.has(name)) names.set(name, at)
        for (const key of Object.keys(schema)) {
          open.push({ schema: schema[key] as Json, pointer: appendPointer(pointer, key) })
        }
      }
    }
    this.names = names
    return names
  }
}

function namesOf(schema: JsonObject): string[] {
  const names: string[] = []
  for (const key of ['$id', 'id']) {
    const id = own(schema, key)
    if (typeof id === 'string') names.push(id.replace(/#$/, ''))
  }
  for (const key of ['$anchor', '$dynamicAnchor']) {
    const anchor = own(schema, key)
    if (typeof anchor === 'string') names.push(`#${anchor}`)
  }
  return names
}

function descend(start: Located, pointer: string): Located | undefined {
  let { schema } = start
  for (const token of pointerTokens(pointer)) {
    const next: Json | undefined = Array.isArray(schema)
      ? schema[Number(token)]
      : isObject(schema)
        ? own(schema, token)
        : undefined
    if (next === undefined) return undefined
    schema = next
  }
  return { schema, pointer: start.pointer + pointer }
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
