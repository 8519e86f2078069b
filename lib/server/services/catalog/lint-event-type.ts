import 'server-only'
import type { Finding, LintQuestion } from '@/lib/contracts/lint'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { lintInCatalog } from './lint-in-catalog'

/** Checks a name and a schema against the rules, among the catalog's other event types; nothing is stored. */
export async function answerLint(
  actor: Actor,
  { body }: { body: LintQuestion },
): Promise<{ findings: Finding[] }> {
  authorize(actor, 'check')
  return {
    findings: await lintInCatalog({
      ...body,
      schema: body.schema as JsonObject | boolean | undefined,
      examples: body.examples as Json[] | undefined,
    }),
  }
}
