import { isObject, own, type Json } from '@/lib/domain/json/json'
import { appendPointer, childOf, pointerTokens } from '@/lib/domain/json/pointer'
import { OWN_ADDRESS, resolveAddress, withoutFragment } from '../../schema/address'
import { draftOfUri, isAtLeast, type Draft } from './drafts'
import { subschemas } from './subschemas'

/** A schema with an identity of its own: a document's root, or what an `$id` inside it names. */
export interface Resource {
  readonly uri: string
  readonly draft: Draft
  readonly root: Location
  readonly anchors: Map<string, Location>
  readonly dynamicAnchors: Map<string, Location>
  readonly isRecursiveAnchor: boolean
}

/** A schema at its place in a document. */
export interface Location {
  readonly schema: Json
  /** From the document's root. */
  readonly pointer: string
  /** The side and where it was found: no two documents of a pair have one name. */
  readonly document: string
  /** Filled in right after the resource is made, since each needs the other. */
  resource: Resource
  /** The schemas directly below, by keyword and the name or index in it; others as they are asked for. */
  below?: Map<string, Location>
}

/** The resources of one side: its document, what is embedded in it, and what the catalog resolves for it. */
export class Documents {
  private readonly resources = new Map<string, Resource>()
  private readonly locations = new Map<string, Location>()
  readonly root: Location

  constructor(
    schema: Json,
    draft: Draft,
    private readonly resolve?: (uri: string) => Json | undefined,
    private readonly side: 'before' | 'after' = 'before',
  ) {
    this.root = this.add(schema, draft, OWN_ADDRESS)
  }

  private add(schema: Json, draft: Draft, retrieval: string): Location {
    const root = this.addResource(schema, '', retrieval, draft, `${this.side} ${retrieval}`)
    const open = [root]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const child of subschemas(at.schema, at.pointer, at.resource.draft)) {
        const location = this.addSubschema(child.schema, child.pointer, at)
        ;(at.below ??= new Map<string, Location>()).set(child.key, location)
        open.push(location)
      }
    }
    return root
  }

  private addSubschema(schema: Json, pointer: string, parent: Location): Location {
    const { resource, document } = parent
    const id = identity(schema, resource.draft)
    if (id !== undefined && !id.startsWith('#') && resolveAddress(id, resource.uri) !== undefined)
      return this.addResource(schema, pointer, resource.uri, declared(schema) ?? resource.draft, document)
    const location = { schema, pointer, document, resource }
    this.register(location)
    return location
  }

  private addResource(schema: Json, pointer: string, base: string, draft: Draft, document: string): Location {
    const uri = withoutFragment(resolveAddress(identity(schema, draft) ?? '', base) ?? base)
    const location = { schema, pointer, document } as Location
    location.resource = {
      uri,
      draft,
      root: location,
      anchors: new Map(),
      dynamicAnchors: new Map(),
      isRecursiveAnchor: draft === '2019-09' && isObject(schema) && own(schema, '$recursiveAnchor') === true,
    }
    if (!this.resources.has(uri)) this.resources.set(uri, location.resource)
    if (pointer === '' && !this.resources.has(base)) this.resources.set(base, location.resource)
    this.register(location)
    return location
  }

  private register(location: Location): void {
    const { schema, resource } = location
    this.locations.set(`${location.document}#${location.pointer}`, location)
    if (!isObject(schema)) return
    const { draft } = resource
    const id = identity(schema, draft)
    if (id?.startsWith('#') === true && !isAtLeast(draft, '2019-09'))
      resource.anchors.set(id.slice(1), location)
    if (!isAtLeast(draft, '2019-09')) return
    const [anchor, dynamicAnchor] = [own(schema, '$anchor'), own(schema, '$dynamicAnchor')]
    if (typeof anchor === 'string') resource.anchors.set(anchor, location)
    if (typeof dynamicAnchor === 'string' && draft === '2020-12') {
      resource.anchors.set(dynamicAnchor, location)
      resource.dynamicAnchors.set(dynamicAnchor, location)
    }
  }

  /** The schema directly below `parent`: a keyword, and where that holds several, the name or index in it. */
  child(parent: Location, keyword: string, inner?: string | number): Location {
    const key = inner === undefined ? keyword : `${keyword}/${inner}`
    const below = (parent.below ??= new Map<string, Location>())
    let child = below.get(key)
    if (child === undefined) below.set(key, (child = this.findChild(parent, keyword, inner)))
    return child
  }

  private findChild(parent: Location, keyword: string, inner: string | number | undefined): Location {
    const tokens = inner === undefined ? [keyword] : [keyword, inner]
    let schema: Json | undefined = parent.schema
    for (const token of tokens) schema = childOf(schema, String(token))
    const pointer = appendPointer(parent.pointer, ...tokens)
    const known = this.locations.get(`${parent.document}#${pointer}`)
    const { document, resource } = parent
    return known ?? { schema: schema ?? true, pointer, document, resource }
  }

  /** What a reference names, seen from where it stands; undefined if nothing here does. */
  find(from: Location, reference: string): Location | undefined {
    const target = resolveAddress(reference, from.resource.uri)
    if (target === undefined) return undefined
    const fragment = decode(target.includes('#') ? target.slice(target.indexOf('#') + 1) : '')
    const resource = this.resources.get(withoutFragment(target)) ?? this.load(withoutFragment(target), from)
    if (resource === undefined || fragment === undefined) return undefined
    if (fragment === '') return resource.root
    return fragment.startsWith('/') ? this.descend(resource.root, fragment) : resource.anchors.get(fragment)
  }

  absolute(from: Location, reference: string): string {
    return resolveAddress(reference, from.resource.uri) ?? reference
  }

  private load(uri: string, from: Location): Resource | undefined {
    const schema = this.resolve?.(uri)
    if (schema === undefined) return undefined
    const resource = this.add(schema, declared(schema) ?? from.resource.draft, uri).resource
    this.resources.set(uri, resource)
    return resource
  }

  private descend(root: Location, pointer: string): Location | undefined {
    let at = root
    for (const token of pointerTokens(pointer)) {
      const schema = childOf(at.schema, token)
      if (schema === undefined) return undefined
      const below = appendPointer(at.pointer, token)
      at = this.locations.get(`${at.document}#${below}`) ?? {
        ...at,
        schema,
        pointer: below,
        below: undefined,
      }
    }
    return typeof at.schema === 'boolean' || isObject(at.schema) ? at : undefined
  }
}

function declared(schema: Json): Draft | undefined {
  const uri = isObject(schema) ? own(schema, '$schema') : undefined
  return typeof uri === 'string' ? draftOfUri(uri) : undefined
}

/** Up to draft-07 a neighbour of `$ref` says nothing, its identity included. */
function identity(schema: Json, draft: Draft): string | undefined {
  if (!isObject(schema)) return undefined
  if (!isAtLeast(draft, '2019-09') && typeof own(schema, '$ref') === 'string') return undefined
  const id = own(schema, draft === 'draft-04' ? 'id' : '$id')
  return typeof id === 'string' ? id : undefined
}

function decode(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return undefined
  }
}
