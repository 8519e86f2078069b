import 'server-only'
import type { CompatibilityAnswer, CompatibilityQuestion, Policy } from '@/lib/contracts/compatibility'
import { checkCompatibility } from '@/lib/domain/compatibility/check-compatibility'
import { diffSchemas } from '@/lib/domain/diff/diff-schemas'
import type { Json } from '@/lib/domain/json/json'
import { authorize, type Actor } from './actor'

/** Compares two schemas; nothing is stored. */
export function answerCompatibility(
  actor: Actor,
  { body }: { body: CompatibilityQuestion },
): CompatibilityAnswer {
  authorize(actor, 'check')
  return compareSchemas(
    body.before as Json,
    body.after as Json,
    body.mode ?? 'full',
    body.policy ?? 'tolerant',
  )
}

/** The verdict of the mode and the policy, with both directions and the changes beside it. */
export function compareSchemas(
  before: Json,
  after: Json,
  mode: 'backward' | 'forward' | 'full',
  policy: Policy,
): CompatibilityAnswer {
  return {
    ...checkCompatibility(before, after, { mode, policy }),
    changes: diffSchemas(before, after, { policy }),
  }
}
