import 'server-only'
import type { Finding } from '@/lib/contracts/lint'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { lintEventType } from '@/lib/domain/lint/lint-event-type'
import { withWaivers } from '@/lib/domain/lint/waive'
import { cudName, type CudOperation } from '@/lib/domain/naming/cud-name'
import { currentCatalog, type CatalogIndex } from '@/lib/server/catalog-index/catalog-index'
import { readSchemaTexts } from '@/lib/server/stores/schema-version-store'
import { listOpenWaivers } from '@/lib/server/stores/waiver-store'
import { currentSettings } from './get-settings'

/** What is linted; what is left out is taken from the catalog, where the name is in it. */
export interface LintSubject {
  name?: string
  kind?: 'domain' | 'cud'
  entity?: string | null
  description?: string
  schema?: JsonObject | boolean
  examples?: readonly Json[]
}

/**
 * The one way to findings on this side: asked for, and at publishing, so that both find the same. With the catalog's own
 * severities and name style; waived ones are among them and say so.
 */
export async function lintInCatalog(subject: LintSubject): Promise<Finding[]> {
  const [catalog, settings, waivers] = await Promise.all([
    currentCatalog(),
    currentSettings(),
    subject.name === undefined ? [] : listOpenWaivers(subject.name),
  ])
  const row = subject.name === undefined ? undefined : catalog.entries.get(subject.name)?.row
  const kind = subject.kind ?? row?.kind
  const entity = subject.entity ?? row?.entity
  const findings = lintEventType({
    ...subject,
    kind,
    entity,
    description: subject.description ?? row?.description,
    catalogNames: [...catalog.entries.keys()],
    entitySchemas: kind === 'cud' ? await sisterSchemas(catalog, subject.name, entity) : undefined,
    settings: settings.rule_severities,
    nameStyle: settings.name_style ?? undefined,
  })
  return withWaivers(findings, waivers, ({ id, reason, created_by, created_at }) => ({
    id,
    reason,
    created_by,
    created_at,
  }))
}

/** The latest schemas of the same entity's other events, by operation. */
async function sisterSchemas(
  catalog: CatalogIndex,
  name: string | undefined,
  entity: string | null | undefined,
): Promise<Partial<Record<CudOperation, JsonObject | boolean>>> {
  const wanted = entity ?? (name === undefined ? undefined : cudName(name)?.entity)
  const latest = new Map<CudOperation, string>()
  for (const { row, latest: version } of catalog.entries.values()) {
    if (row.kind !== 'cud' || row.entity !== wanted || row.name === name || !version) continue
    if (row.operation !== null) latest.set(row.operation, version.id)
  }
  const texts = await readSchemaTexts([...latest.values()])
  return Object.fromEntries(
    [...latest].map(([operation, id]) => [operation, JSON.parse(texts.get(id)!) as JsonObject | boolean]),
  )
}
