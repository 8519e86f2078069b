import 'server-only'
import type { CompatibilityAnswer, CompatibilityQuestion } from '@/lib/contracts/compatibility'
import { compareSchemas } from '@/lib/domain/diff/compare-schemas'
import type { Json } from '@/lib/domain/json/json'
import { authorize, type Actor } from './actor'

/** Compares two schemas; nothing is stored. */
export function answerCompatibility(
  actor: Actor,
  { body: { before, after, mode, policy } }: { body: CompatibilityQuestion },
): CompatibilityAnswer {
  authorize(actor, 'check')
  return compareSchemas(before as Json, after as Json, {
    ...(mode && { mode }),
    ...(policy && { policy }),
  })
}
