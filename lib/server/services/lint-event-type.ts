import 'server-only'
import type { Finding, LintQuestion } from '@/lib/contracts/lint'
import type { JsonObject } from '@/lib/domain/json/json'
import { lintEventType } from '@/lib/domain/lint/lint-event-type'
import { authorize, type Actor } from './actor'

/** Checks a name and a schema against the rules; nothing is stored. */
export function answerLint(actor: Actor, { body }: { body: LintQuestion }): { findings: Finding[] } {
  authorize(actor, 'read')
  return {
    findings: lintEventType({
      ...body,
      entity: body.entity ?? undefined,
      schema: body.schema as JsonObject | boolean | undefined,
    }),
  }
}
