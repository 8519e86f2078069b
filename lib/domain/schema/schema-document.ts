import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { valueAt } from '@/lib/domain/json/pointer'
import { resolveAddress } from './address'
import { readResources, type Resources } from './schema-resources'

/** A subschema and where it stands. */
export interface Located {
  readonly schema: Json
  /** JSON Pointer into the document. */
  readonly pointer: string
}

/** One schema document and the references inside it. Nothing outside is ever fetched. */
export class SchemaDocument {
  /** Up to draft-07 a `$ref` hides the assertions beside it. */
  readonly refHidesNeighbours: boolean
  private readonly idKeyword: 'id' | '$id'
  private found: Resources | undefined

  constructor(readonly root: Json) {
    const declared = isObject(root) ? own(root, '$schema') : undefined
    const named = typeof declared === 'string' ? /draft-0([3467])\/schema/.exec(declared)?.[1] : undefined
    this.refHidesNeighbours = named !== undefined
    this.idKeyword = named === '3' || named === '4' ? 'id' : '$id'
  }

  /**
   * The schema that a reference names, or undefined where it leads out of the document or nowhere.
   * @param from the schema object that holds the reference: an `$id` around it changes what it means. Else the document's root
   */
  resolve(reference: string, from?: JsonObject): Located | undefined {
    const address = this.absolute(reference, from)
    if (address === undefined) return undefined
    const hash = address.indexOf('#')
    const resource = this.resources().byAddress.get(hash === -1 ? address : address.slice(0, hash))
    const fragment = hash === -1 ? '' : decode(address.slice(hash + 1))
    if (resource === undefined) return undefined
    if (fragment !== '' && !fragment.startsWith('/')) return resource.anchors.get(fragment)
    return descend(resource.root, fragment)
  }

  /**
   * All that a reference may name when it is followed from other schemas: `$dynamicRef` and `$recursiveRef` take the
   * outermost schema of that name which the walk came through. @param anchor of a `$dynamicRef`; null for `$recursiveRef`
   */
  dynamicTargets(anchor: string | null): readonly Located[] {
    return this.resources().dynamic.get(anchor) ?? []
  }

  /** A reference as a whole address, with its fragment. Undefined where it makes none. */
  absolute(reference: string, from?: JsonObject): string | undefined {
    const { homes, base } = this.resources()
    return resolveAddress(reference, (from && homes.get(from)) ?? base)
  }

  /** Whether the document is too large to know all of its ids and anchors. */
  get isCut(): boolean {
    return this.resources().isCut
  }

  /** The schema at a pointer, if one is there. */
  at(pointer: string): Located | undefined {
    return descend({ schema: this.root, pointer: '' }, pointer)
  }

  /** Found once, on first need. */
  private resources(): Resources {
    return (this.found ??= readResources(this.root, {
      id: this.idKeyword,
      refHides: this.refHidesNeighbours,
    }))
  }
}

function descend(start: Located, pointer: string): Located | undefined {
  const schema = valueAt(start.schema, pointer)
  return schema === undefined ? undefined : { schema, pointer: start.pointer + pointer }
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
