/** Addresses of the pages. Names and ids hold any character, so every one of them is encoded here and nowhere else. */
const encode = encodeURIComponent

export const paths = {
  home: () => '/',
  catalog: () => '/catalog',
  eventType: (name: string) => `/catalog/${encode(name)}`,
  versions: (name: string, from?: string, to?: string) =>
    `/catalog/${encode(name)}/versions${
      from === undefined || to === undefined ? '' : `?from=${encode(from)}&to=${encode(to)}`
    }`,
  entities: () => '/entities',
  entity: (entity: string) => `/entities/${encode(entity)}`,
  /** One of an entity; with `event`, its state after that one. */
  entityKey: (entity: string, key: string, event?: string) =>
    `/entities/${encode(entity)}/${encode(key)}${event === undefined ? '' : `?event=${encode(event)}`}`,
  explore: (query: Record<string, string> = {}) => withQuery('/explore', query),
  event: (id: string) => `/events/${encode(id)}`,
  flows: (query: Record<string, string> = {}) => withQuery('/flows', query),
  stops: () => '/flows/stops',
  /** Shapes of chains; with `type`, of those that begin with it. */
  variants: (type?: string) => withQuery('/flows/variants', type === undefined ? {} : { type }),
  proposals: (query: Record<string, string | undefined> = {}) => withQuery('/proposals', query),
  /** Starts a draft; `event_type` and `base` continue an existing type. */
  newDraft: (query: Record<string, string> = {}) => withQuery('/proposals/new', query),
  draft: (id: string) => `/proposals/${encode(id)}`,
  owners: () => '/owners',
  owner: (slug: string) => `/owners/${encode(slug)}`,
  services: () => '/services',
  service: (slug: string) => `/services/${encode(slug)}`,
  domains: () => '/domains',
  domain: (slug: string) => `/domains/${encode(slug)}`,
  quarantine: (query: Record<string, string | undefined> = {}) => withQuery('/quarantine', query),
  /** Event types that are sent and not described. */
  seen: () => '/seen',
  inbox: () => '/inbox',
  /** With `section`, such as `webhooks`, that part of them. */
  settings: (section?: string) => (section === undefined ? '/settings' : `/settings/${section}`),
  account: () => '/account',
  /** Atom feeds of what becomes of versions. */
  feed: () => '/feed',
  eventTypeFeed: (name: string) => `/catalog/${encode(name)}/feed`,
  ownerFeed: (slug: string) => `/owners/${encode(slug)}/feed`,
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const text = new URLSearchParams(given).toString()
  return text === '' ? path : `${path}?${text}`
}

/**
 * A dynamic segment as Next hands it to a page (still percent-encoded) back into the name it stands for. A segment
 * that is no valid encoding stands for itself.
 */
export function fromSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
