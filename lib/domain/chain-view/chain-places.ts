import type { ViewChain, ViewMember } from './chain-view'

/** A name of each event of a chain: by member its index among the names, each of which stands there once. */
export interface Coded {
  codes: Int32Array
  names: readonly (string | null)[]
}

/** A chain in numbers: what is asked of 100,000 events is never asked by their ids and names. */
export interface ChainPlaces {
  /** Place of a member by its id; -1 where it is not here. */
  placeOf: (eventId: string) => number
  /** By member: the place of its parent; -1 where it names none, -2 - m for the missing parent m. */
  parents: Int32Array
  /** All ids, joined by line ends, which no id holds. */
  joinedIds: () => string
  types: Coded
  versions: Coded
  owners: Coded
  producers: Coded
}

/** A chain never changes, so its places are looked up once, when they are first asked for. */
const known = new WeakMap<ViewChain, ChainPlaces>()

/** O(n) the first time where nobody made the chain of them. */
export function placesOf(chain: ViewChain): ChainPlaces {
  const before = known.get(chain)
  if (before !== undefined) return before
  const { members } = chain
  const placeOf = placesById(members)
  const missing = new Map(chain.missing.map(({ event_id }, index) => [event_id, -2 - index]))
  return keepPlaces(chain, {
    placeOf,
    parents: Int32Array.from(members, ({ parent_event_id: id }) => {
      const place = id === null ? -1 : placeOf(id)
      return place !== -1 || id === null ? place : (missing.get(id) ?? -1)
    }),
    joinedIds: () => members.map(({ event_id }) => event_id).join('\n'),
    types: coded(members, ({ type }) => type),
    versions: coded(members, ({ version }) => version),
    owners: coded(members, ({ owner }) => owner),
    producers: coded(members, ({ producer }) => producer),
  })
}

/** For a chain whose maker knows its places already. */
export function keepPlaces(chain: ViewChain, places: ChainPlaces): ChainPlaces {
  known.set(chain, places)
  return places
}

/** Place of a member by its id; -1 where it is not here. */
export function placeOf(chain: ViewChain, eventId: string): number {
  return placesOf(chain).placeOf(eventId)
}

/** The place among the missing parents by its id; -1 where it is none. */
export function missingPlaceOf({ missing }: ViewChain, eventId: string): number {
  return missing.findIndex(({ event_id }) => event_id === eventId)
}

/** Looks ids up; what that needs is made when it is first asked: some 40 ms for 100,000 events. */
export function placesById(members: readonly ViewMember[]): ChainPlaces['placeOf'] {
  let places: Map<string, number> | undefined
  return (eventId) => {
    if (places === undefined) {
      places = new Map()
      for (let place = 0; place < members.length; place++) places.set(members[place]!.event_id, place)
    }
    return places.get(eventId) ?? -1
  }
}

function coded(members: readonly ViewMember[], nameOf: (member: ViewMember) => string | null): Coded {
  const names = new Map<string | null, number>()
  const codes = Int32Array.from(members, (member) => {
    const name = nameOf(member)
    const code = names.get(name) ?? names.size
    names.set(name, code)
    return code
  })
  return { codes, names: [...names.keys()] }
}

/** Places each part of which is made when it is first asked for. */
export function madeWhenAsked(make: { [K in keyof ChainPlaces]: () => ChainPlaces[K] }): ChainPlaces {
  const made: Partial<ChainPlaces> = {}
  const part = <K extends keyof ChainPlaces>(key: K): ChainPlaces[K] => (made[key] ??= make[key]())
  return {
    placeOf: (id) => part('placeOf')(id),
    joinedIds: () => part('joinedIds')(),
    get parents() {
      return part('parents')
    },
    get types() {
      return part('types')
    },
    get versions() {
      return part('versions')
    },
    get owners() {
      return part('owners')
    },
    get producers() {
      return part('producers')
    },
  }
}
