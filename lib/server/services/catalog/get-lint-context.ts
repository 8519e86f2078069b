import 'server-only'
import type { LintContext } from '@/lib/contracts/lint'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { readLintContext } from './lint-in-catalog'

/** What the editor needs once, so that its rules say what the server's would. */
export async function getLintContext(
  actor: Actor,
  { query }: { query: { entity?: string } },
): Promise<LintContext> {
  authorize(actor, 'read')
  const { catalogNames, entitySchemas, settings, nameStyle } = await readLintContext(query.entity)
  return {
    catalog_names: catalogNames,
    entity_schemas: entitySchemas ?? {},
    rule_severities: settings,
    name_style: nameStyle ?? null,
  }
}
