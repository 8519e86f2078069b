import 'server-only'
import type { Finding } from '@/lib/contracts/lint'
import type { Settings } from '@/lib/contracts/settings'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { lintEventType } from '@/lib/domain/lint/lint-event-type'
import type { LintInput } from '@/lib/domain/lint/rule'
import { withWaivers } from '@/lib/domain/lint/waive'
import { cudName, type CudOperation } from '@/lib/domain/naming/cud-name'
import { currentCatalog, type CatalogIndex } from '@/lib/server/catalog-index/catalog-index'
import { readSchemaTexts } from '@/lib/server/stores/schema-version-store'
import { listOpenWaivers } from '@/lib/server/stores/waiver-store'
import { currentSettings } from '@/lib/server/services/installation/get-settings'

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
  const { name } = subject
  const row = name === undefined ? undefined : (await currentCatalog()).entries.get(name)?.row
  const kind = subject.kind ?? row?.kind
  const entity = subject.entity ?? row?.entity
  const wanted = entity ?? (name === undefined ? undefined : cudName(name)?.entity)
  const [context, waivers] = await Promise.all([
    readLintContext(kind === 'cud' ? wanted : undefined),
    name === undefined ? [] : listOpenWaivers(name),
  ])
  const description = subject.description ?? row?.description
  const findings = lintEventType({ ...subject, kind, entity, description, ...context })
  return withWaivers(findings, waivers, ({ id, reason, created_by, created_at }) => ({
    id,
    reason,
    created_by,
    created_at,
  }))
}

type Schema = JsonObject | boolean

interface RuleContext extends Pick<LintInput, 'nameStyle'> {
  readonly catalogNames: string[]
  readonly entitySchemas: Partial<Record<CudOperation, Schema>> | undefined
  readonly settings: Settings['rule_severities']
}

/** What the rules look at beside the schema: the catalog, its settings, and the latest schemas of an entity's events. */
export async function readLintContext(entity: string | undefined): Promise<RuleContext> {
  const [catalog, settings] = await Promise.all([currentCatalog(), currentSettings()])
  return {
    catalogNames: [...catalog.entries.keys()],
    entitySchemas: entity === undefined ? undefined : await schemasOf(catalog, entity),
    settings: settings.rule_severities,
    nameStyle: settings.name_style ?? undefined,
  }
}

/** The latest schemas of an entity's events, by operation. */
async function schemasOf(
  catalog: CatalogIndex,
  entity: string,
): Promise<Partial<Record<CudOperation, Schema>>> {
  const latest = new Map<CudOperation, string>()
  for (const { row, latest: version } of catalog.entries.values()) {
    if (row.kind === 'cud' && row.entity === entity && version && row.operation !== null)
      latest.set(row.operation, version.id)
  }
  const texts = await readSchemaTexts([...latest.values()])
  return Object.fromEntries(
    [...latest].map(([operation, id]) => [operation, JSON.parse(texts.get(id)!) as Schema]),
  )
}
