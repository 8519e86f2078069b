import type { CatalogFilter } from '@/lib/client/event-type-queries'
import type { EventTypeSummary, SearchMatch } from '@/lib/contracts/event-type'

/**
 * Those of the loaded rows that surely belong to a filter, each word found in the name, the owner, the domain or the
 * description: a first answer until the server gives the full one.
 */
export function matchLocally(rows: readonly EventTypeSummary[], filter: CatalogFilter): EventTypeSummary[] {
  const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return rows
    .filter((row) => passesFilters(row, filter))
    .flatMap((row) => {
      const matches = matchesOf(row, words)
      return matches === null ? [] : [{ ...row, matches }]
    })
}

function passesFilters(row: EventTypeSummary, filter: CatalogFilter): boolean {
  const among = (wanted: string[] | undefined, value: string) =>
    wanted === undefined || wanted.length === 0 || wanted.includes(value)
  return (
    among(filter.kind, row.kind) &&
    among(filter.status, row.status) &&
    among(filter.owner, row.owner?.slug ?? '-') &&
    among(filter.domain, row.domain?.slug ?? '-')
  )
}

function matchesOf(row: EventTypeSummary, words: readonly string[]): SearchMatch[] | null {
  const texts: [SearchMatch['in'], string][] = [
    ['name', row.name],
    ['owner', row.owner?.name ?? ''],
    ['domain', row.domain?.name ?? ''],
    ['description', row.description],
  ]
  const found = new Map<SearchMatch['in'], SearchMatch>()
  for (const word of words) {
    const place = texts.find(([, text]) => text.toLowerCase().includes(word))
    if (place === undefined) return null
    const [where, text] = place
    const at = text.toLowerCase().indexOf(word)
    const match: SearchMatch = found.get(where) ?? { in: where, text, ranges: [] }
    match.ranges.push([at, at + word.length])
    found.set(where, match)
  }
  return [...found.values()]
}
