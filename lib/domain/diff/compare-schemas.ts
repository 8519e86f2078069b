import {
  checkCompatibility,
  type Compatibility,
  type Mode,
  type Policy,
  type Verdict,
} from '@/lib/domain/compatibility/check-compatibility'
import { shortenedWitness } from '@/lib/domain/compatibility/shortened-witness'
import type { Json } from '@/lib/domain/json/json'
import type { Change } from './change'
import { diffSchemas } from './diff-schemas'

/** Where another policy than the one asked for answers a direction otherwise. */
export interface PolicyDifference {
  policy: Policy
  direction: 'backward' | 'forward'
  verdict: Verdict
  /** A sentence: what it says, and the event or the reason it says it for. */
  message: string
}

export interface Comparison extends Compatibility {
  changes: Change[]
  differences: PolicyDifference[]
}

export interface ComparisonOptions {
  mode?: Mode | undefined
  policy?: Policy | undefined
  /** A schema of the catalog by its absolute URI; nothing else is ever fetched. */
  resolve?: ((uri: string) => Json | undefined) | undefined
}

const policies: readonly Policy[] = ['tolerant', 'strict', 'confluent']

/** The verdict of the mode and the policy, the changes, and what the other policies say where it differs. Never throws. */
export function compareSchemas(
  before: Json,
  after: Json,
  { mode = 'full', policy = 'tolerant', resolve }: ComparisonOptions = {},
): Comparison {
  const asked = checkCompatibility(before, after, { mode, policy, resolve })
  return {
    ...asked,
    changes: diffSchemas(before, after, { policy, resolve }),
    differences: policies
      .filter((other) => other !== policy)
      .flatMap((other) =>
        differencesOf(asked, checkCompatibility(before, after, { policy: other, resolve }), other),
      ),
  }
}

function differencesOf(asked: Compatibility, other: Compatibility, policy: Policy): PolicyDifference[] {
  return (['backward', 'forward'] as const).flatMap((direction) => {
    const { verdict, witness, reason, path } = other[direction]
    if (verdict === asked[direction].verdict) return []
    const why =
      reason ??
      (witness === undefined
        ? path !== undefined && `see ${path === '' ? 'the root' : path}`
        : `${shortenedWitness(witness)} is valid for the writer and not for the reader`)
    const message = `Policy ${policy} says ${verdict}${why ? `: ${why.replace(/\.$/, '')}` : ''}.`
    return [{ policy, direction, verdict, message }]
  })
}
