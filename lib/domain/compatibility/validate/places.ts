import type { Json } from '@/lib/domain/json/json'
import type { Draft } from '../schema/drafts'

/** A schema where it stands, with the identity it is read under. */
export interface Place {
  readonly schema: Json
  readonly pointer: string
  readonly home: Home
}

export interface Home {
  readonly uri: string
  readonly names: Map<string, Place>
  readonly dynamicNames: Map<string, Place>
  top: Place
}

/** A schema that the validator cannot apply; its answer is then neither yes nor no. */
export class Unchecked extends Error {}

const dataKeywords = new Set(['enum', 'const', 'default', 'examples'])
const base = 'schema:///'

/** Finds schemas by reference. It shares nothing with the prover's way of doing so. */
export class Places {
  private readonly homes = new Map<string, Home>()
  private readonly homeOf = new Map<object, Home>()
  readonly root: Place

  constructor(
    document: Json,
    private readonly draft: Draft,
    private readonly resolve: ((uri: string) => Json | undefined) | undefined,
  ) {
    this.root = this.take(document, base)
  }

  private get isOld(): boolean {
    return this.draft.startsWith('draft')
  }

  private take(document: Json, retrieved: string): Place {
    const home = this.newHome(document, '', retrieved)
    this.homes.set(retrieved, home)
    this.scan(document, '', home)
    return home.top
  }

  private newHome(schema: Json, pointer: string, from: string): Home {
    const id = this.idOf(schema)
    const uri = new URL(id === undefined ? from : id, from).href.replace(/#.*$/, '')
    const home = { uri, names: new Map<string, Place>(), dynamicNames: new Map<string, Place>() } as Home
    home.top = { schema, pointer, home }
    if (!this.homes.has(uri)) this.homes.set(uri, home)
    return home
  }

  private idOf(schema: Json): string | undefined {
    if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return undefined
    if (this.isOld && typeof schema['$ref'] === 'string') return undefined
    const id = schema[this.draft === 'draft-04' ? 'id' : '$id']
    return typeof id === 'string' ? id : undefined
  }

  private scan(value: Json, pointer: string, outer: Home): void {
    if (value === null || typeof value !== 'object') return
    const id = pointer === '' ? undefined : this.idOf(value)
    const home = id === undefined || id.startsWith('#') ? outer : this.newHome(value, pointer, outer.uri)
    if (!Array.isArray(value)) {
      this.homeOf.set(value, home)
      const place = { schema: value, pointer, home }
      if (this.isOld && id?.startsWith('#') === true) home.names.set(id.slice(1), place)
      if (!this.isOld && typeof value['$anchor'] === 'string') home.names.set(value['$anchor'], place)
      if (this.draft === '2020-12' && typeof value['$dynamicAnchor'] === 'string') {
        home.names.set(value['$dynamicAnchor'], place)
        home.dynamicNames.set(value['$dynamicAnchor'], place)
      }
    }
    for (const [key, child] of Object.entries(value)) {
      if (dataKeywords.has(key) && pointer.split('/').at(-1) !== 'properties') continue
      if (child !== null && typeof child === 'object') this.scan(child, `${pointer}/${escaped(key)}`, home)
    }
  }

  below(place: Place, ...keys: (string | number)[]): Place {
    let { schema, pointer, home } = place
    for (const key of keys) {
      schema = (schema as Record<string, Json>)[key] as Json
      pointer += `/${escaped(String(key))}`
      if (typeof schema === 'object' && schema !== null) home = this.homeOf.get(schema) ?? home
    }
    return { schema, pointer, home }
  }

  /** The place a reference names, and whether it names it by a dynamic anchor. */
  follow(place: Place, reference: string): { target: Place; dynamic: string | undefined } {
    let url: URL
    try {
      url = new URL(reference, place.home.uri)
    } catch {
      throw new Unchecked(`the reference ${reference} is no address`)
    }
    const fragment = decodeURIComponent(url.hash.slice(1))
    const address = url.href.replace(/#.*$/, '')
    const home = this.homes.get(address) ?? this.fetchHome(address)
    if (fragment === '') return { target: home.top, dynamic: undefined }
    if (fragment.startsWith('/')) {
      const keys = fragment
        .slice(1)
        .split('/')
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
      return { target: this.walk(home.top, keys, reference), dynamic: undefined }
    }
    const target = home.names.get(fragment)
    if (target === undefined) throw new Unchecked(`the reference ${reference} leads nowhere`)
    return { target, dynamic: home.dynamicNames.get(fragment) === target ? fragment : undefined }
  }

  private fetchHome(address: string): Home {
    const document = this.resolve?.(address)
    if (document === undefined) throw new Unchecked(`the reference ${address} leads nowhere`)
    return this.take(document, address).home
  }

  private walk(top: Place, keys: readonly string[], reference: string): Place {
    let at = top
    for (const key of keys) {
      const { schema } = at
      if (schema === null || typeof schema !== 'object' || !Object.hasOwn(schema, key)) {
        throw new Unchecked(`the reference ${reference} leads nowhere`)
      }
      at = this.below(at, key)
    }
    return at
  }
}

function escaped(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key
}
