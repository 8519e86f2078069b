import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Json } from '@/lib/domain/json/json'
import { fieldNames } from '@/lib/domain/schema/field-names'
import { CatalogSearch, type CatalogDocument } from '@/lib/domain/search/catalog-search'
import { latestVersion } from '@/lib/domain/versioning/label-order'
import { readCatalogRevision, readCatalogRows, type CatalogRow } from '@/lib/server/stores/event-type-store'
import { readSchemaTexts } from '@/lib/server/stores/schema-version-store'

/** One event type as the index holds it. */
export interface CatalogEntry {
  readonly row: CatalogRow
  readonly latest: { readonly id: string; readonly label: string } | undefined
  /** Dotted field paths of the latest schema. */
  readonly fields: readonly string[]
}

/** The catalog in memory: searched and counted here, since a keystroke has no time for the database. */
export interface CatalogIndex {
  readonly revision: bigint
  readonly entries: ReadonlyMap<string, CatalogEntry>
  readonly search: CatalogSearch
}

interface State {
  index: { revision: bigint; entries: Map<string, CatalogEntry>; search: CatalogSearch }
  refreshing: Promise<void> | undefined
}

// One per process: every route bundle holds its own copy of this module.
const key = Symbol.for('pasttense.catalog-index')
const globals = globalThis as { [key]?: State }

/** The index as of the catalog's revision now, whoever changed it. Costs one small query when nothing did. */
export async function currentCatalog(): Promise<CatalogIndex> {
  const state = (globals[key] ??= {
    index: { revision: -1n, entries: new Map(), search: new CatalogSearch() },
    refreshing: undefined,
  })
  // A refresh under way may have begun before the change the caller has just made: after it, the revision is asked again.
  while ((await readCatalogRevision()) !== state.index.revision) {
    state.refreshing ??= refresh(state).finally(() => (state.refreshing = undefined))
    await state.refreshing
  }
  return state.index
}

/** Reads the rows, and touches only what differs: schemas are parsed again only where the latest version is another. */
async function refresh(state: State): Promise<void> {
  const revision = await readCatalogRevision()
  const rows = await readCatalogRows()
  const { entries, search } = state.index
  const changed = rows.filter((row) => !isDeepStrictEqual(entries.get(row.name)?.row, row))
  const fields = await readFields(changed, entries)
  const fresh = changed.map((row): CatalogEntry => {
    const latest = latestVersion(row.versions)
    return { row, latest, fields: latest ? (fields.get(latest.id) ?? []) : [] }
  })
  for (const entry of fresh) entries.set(entry.row.name, entry)
  const present = new Set(rows.map((row) => row.name))
  for (const name of [...entries.keys()].filter((known) => !present.has(known))) {
    entries.delete(name)
    search.remove(name)
  }
  if (search.size === 0) await search.addAll(fresh.map(toDocument))
  else for (const entry of fresh) search.put(toDocument(entry))
  state.index.revision = revision
}

async function readFields(
  rows: readonly CatalogRow[],
  known: ReadonlyMap<string, CatalogEntry>,
): Promise<Map<string, readonly string[]>> {
  const fields = new Map<string, readonly string[]>()
  const wanted: string[] = []
  for (const row of rows) {
    const latest = latestVersion(row.versions)
    const before = known.get(row.name)
    if (!latest) continue
    if (before?.latest?.id === latest.id) fields.set(latest.id, before.fields)
    else wanted.push(latest.id)
  }
  for (let i = 0; i < wanted.length; i += 1_000) {
    const texts = await readSchemaTexts(wanted.slice(i, i + 1_000))
    for (const [id, text] of texts) fields.set(id, fieldNames(JSON.parse(text) as Json))
  }
  return fields
}

function toDocument({ row, fields }: CatalogEntry): CatalogDocument {
  return {
    name: row.name,
    entity: row.entity ?? '',
    description: row.description,
    owner: row.owner ? `${row.owner.name} ${row.owner.slug}` : '',
    domain: row.domain ? `${row.domain.name} ${row.domain.slug}` : '',
    services: [...new Set([...row.producers, ...row.consumers])].join(' '),
    fields: fields.join(' '),
  }
}
