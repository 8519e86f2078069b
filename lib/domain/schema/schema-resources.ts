import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'
import { OWN_ADDRESS, resolveAddress, withoutFragment } from './address'
import { SCHEMA_MAPS, VALUE_KEYWORDS } from './keyword-places'
import type { Located } from './schema-document'

/** A schema with an identity of its own: a document's root, or what an `$id` inside it names. */
export interface Resource {
  readonly root: Located
  /** By their names, without `#`. */
  readonly anchors: Map<string, Located>
}

/** What a document holds that references can name. */
export interface Resources {
  /** The root's address, from which its own references are read. */
  readonly base: string
  /** By addresses without fragments. */
  readonly byAddress: ReadonlyMap<string, Resource>
  /** The address around each schema object, where it is not the root's. */
  readonly homes: ReadonlyMap<JsonObject, string>
  /** Places with a `$dynamicAnchor` by its name; under null those with a `$recursiveAnchor`. */
  readonly dynamic: ReadonlyMap<string | null, readonly Located[]>
  /** Whether there was more than was looked at: a reference may mean something else then. */
  readonly isCut: boolean
}

/** Places that are looked at for anchors and ids; what lies beyond has no name. */
const MAX_PLACES = 100_000

export interface IdentityKeywords {
  readonly id: 'id' | '$id'
  /** Up to draft-07 a `$ref` hides its neighbours, the identity among them. */
  readonly refHides: boolean
}

interface Open extends Located {
  readonly home: string
  /** Whether its members are named by the author and not by the language. */
  readonly isMap: boolean
}

/** Reads ids and anchors, iteratively. @param keywords how the draft of the document names identities */
export function readResources(root: Json, keywords: IdentityKeywords): Resources {
  const identity = (schema: Json) => identityOf(schema, keywords)
  const base = withoutFragment(resolveAddress(identity(root) ?? '', OWN_ADDRESS) ?? OWN_ADDRESS)
  const byAddress = new Map<string, Resource>()
  const homes = new Map<JsonObject, string>()
  const dynamic = new Map<string | null, Located[]>()
  const whole: Resource = { root: { schema: root, pointer: '' }, anchors: new Map() }
  byAddress.set(base, whole).set(OWN_ADDRESS, whole)
  const open: Open[] = [{ schema: root, pointer: '', home: base, isMap: false }]
  let places = 0
  for (let at = open.pop(); at !== undefined && places < MAX_PLACES; at = open.pop(), places++) {
    const { schema, pointer, isMap } = at
    let { home } = at
    if (Array.isArray(schema)) {
      schema.forEach((each, index) =>
        open.push({ schema: each, pointer: appendPointer(pointer, index), home, isMap: false }),
      )
      continue
    }
    if (!isObject(schema)) continue
    if (!isMap) {
      const place = { schema, pointer }
      const id = identity(schema)
      const address = id === undefined || id.startsWith('#') ? undefined : resolveAddress(id, home)
      if (address !== undefined && pointer !== '') {
        home = withoutFragment(address)
        if (!byAddress.has(home)) byAddress.set(home, { root: place, anchors: new Map() })
      }
      if (home !== base) homes.set(schema, home)
      const anchors = byAddress.get(home)!.anchors
      for (const name of anchorsOf(schema, id)) if (!anchors.has(name)) anchors.set(name, place)
      for (const name of dynamicNames(schema)) {
        const known = dynamic.get(name)
        if (known) known.push(place)
        else dynamic.set(name, [place])
      }
    }
    for (const key of Object.keys(schema)) {
      if (!isMap && VALUE_KEYWORDS.has(key)) continue
      const child = { schema: schema[key] as Json, pointer: appendPointer(pointer, key), home }
      open.push({ ...child, isMap: !isMap && SCHEMA_MAPS.has(key) })
    }
  }
  return { base, byAddress, homes, dynamic, isCut: open.length > 0 }
}

function identityOf(schema: Json, { id: keyword, refHides }: IdentityKeywords): string | undefined {
  if (!isObject(schema) || (refHides && typeof own(schema, '$ref') === 'string')) return undefined
  const id = own(schema, keyword)
  return typeof id === 'string' ? id : undefined
}

function anchorsOf(schema: JsonObject, id: string | undefined): string[] {
  const names = [own(schema, '$anchor'), own(schema, '$dynamicAnchor')]
  // Up to draft-07 an id that is a fragment names a place.
  if (id?.startsWith('#') && id !== '#') names.push(id.slice(1))
  return names.filter((name) => typeof name === 'string')
}

function dynamicNames(schema: JsonObject): (string | null)[] {
  const name = own(schema, '$dynamicAnchor')
  const names: (string | null)[] = typeof name === 'string' ? [name] : []
  return own(schema, '$recursiveAnchor') === true ? [...names, null] : names
}
