import type { Json } from '@/lib/domain/json/json'
import { checkContainment, type ContainmentOptions } from './check-containment'

export type Verdict = 'compatible' | 'breaking' | 'unknown'
export type Mode = 'backward' | 'forward' | 'full'
export type Policy = 'tolerant' | 'strict' | 'confluent'

/** One direction. `breaking` has a path, and a witness wherever one exists (policy `confluent` may refuse what is compatible). */
export interface DirectionVerdict {
  verdict: Verdict
  witness?: Json
  path?: string
  reason?: string
}

export interface Compatibility {
  /** Of the directions the mode asks for: breaking if one is, else unknown if one is, else compatible. */
  verdict: Verdict
  backward: DirectionVerdict
  forward: DirectionVerdict
}

export interface CompatibilityOptions extends ContainmentOptions {
  mode?: Mode
  policy?: Policy
}

/** Backward: new readers (`after`) accept old events (`before`). Forward: old readers accept new events. */
export function checkCompatibility(
  before: Json,
  after: Json,
  options: CompatibilityOptions = {},
): Compatibility {
  const { mode = 'full' } = options
  const backward: DirectionVerdict = checkContainment(before, after, options)
  const forward: DirectionVerdict = checkContainment(after, before, options)
  return {
    verdict: worst(mode === 'full' ? [backward, forward] : [mode === 'backward' ? backward : forward]),
    backward,
    forward,
  }
}

function worst(verdicts: DirectionVerdict[]): Verdict {
  if (verdicts.some(({ verdict }) => verdict === 'breaking')) return 'breaking'
  return verdicts.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'compatible'
}
