import 'server-only'
import type { Finding } from '@/lib/contracts/lint'
import type { JsonObject } from '@/lib/domain/json/json'
import { lintEventType } from '@/lib/domain/lint/lint-event-type'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'

/** Rules of the schema itself that no version may break. A name is older than its next version and never holds it up. */
const holdingUp: ReadonlySet<string> = new Set([
  'schema-invalid',
  'pattern-not-linear',
  'schema-unsatisfiable',
])

/** The findings of a schema that is about to be published under an event type's name. */
export async function findingsOf(name: string, schema: JsonObject | boolean): Promise<Finding[]> {
  const row = (await currentCatalog()).entries.get(name)?.row
  return lintEventType({ name, kind: row?.kind, entity: row?.entity ?? undefined, schema })
}

/**
 * Whether a finding keeps a schema from being published directly. While the event type is not in the catalog yet every
 * error does, its name's included: that is the moment at which a name can still be changed.
 */
export function holdsUp(finding: Finding, isNewEventType = false): boolean {
  return holdingUp.has(finding.rule) || (isNewEventType && finding.severity === 'error')
}
