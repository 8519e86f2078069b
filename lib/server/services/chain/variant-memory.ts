import 'server-only'
import { variantsOf } from '@/lib/domain/chain/variants'
import { readChainSample } from '@/lib/server/stores/variant-sample-store'
import { kept } from '@/lib/server/services/flow/step-memory'

/** Shapes change slowly. */
const MAX_AGE_MS = 120_000
/** A chain to which nothing came for so long is taken as whole. */
const QUIET_MS = 600_000

/**
 * Chains of the last 30 days by shape; with `type`, those that begin with it. Computed from a sample and kept for two
 * minutes: no table, and nothing that receiving would pay for.
 */
export function learnedVariants(type: string | null): Promise<ReturnType<typeof variantsOf>> {
  return kept(`variants\n${type ?? ''}`, MAX_AGE_MS, async () =>
    variantsOf(await readChainSample(type), { now: Date.now(), quiet: QUIET_MS }),
  )
}
