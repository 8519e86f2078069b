import { problem } from '@/lib/server/services/problem'

/**
 * The parameters of a path, matched against its template. Read from the request's own address: what a framework hands
 * over has been decoded once, twice or not at all, and names may hold `/` and `%`.
 * @throws Problem `malformed-address` where a segment is no percent-encoded UTF-8
 */
export function pathParams(template: string, pathname: string): Record<string, string> {
  const segments = pathname.split('/')
  const params: Record<string, string> = {}
  for (const [index, token] of template.split('/').entries()) {
    const name = /^\{(\w+)\}$/.exec(token)?.[1]
    if (name === undefined) continue
    try {
      params[name] = decodeURIComponent(segments[index] ?? '')
    } catch {
      throw problem(
        'malformed-address',
        'The address is not percent-encoded UTF-8. Encode each name by itself, "%" as "%25".',
      )
    }
  }
  return params
}

/** A query string as an object: one value, or an array where a name is given several times. */
export function searchValues(search: URLSearchParams): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>
  for (const key of new Set(search.keys())) {
    const all = search.getAll(key)
    values[key] = all.length === 1 ? all[0]! : all
  }
  return values
}
