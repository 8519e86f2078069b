import type { Json } from '@/lib/domain/json/json'
import { checkConfluent } from './confluent/check-confluent'
import { proveBothWays, type Containment, type ContainmentOptions } from './prove-containment'
import { shortenedWitness } from './shortened-witness'

export type Verdict = 'compatible' | 'breaking' | 'unknown'
/** `none`: nothing is asked, so nothing is refused; both directions are answered all the same. */
export type Mode = 'backward' | 'forward' | 'full' | 'none'
export type Policy = 'tolerant' | 'strict' | 'confluent'

/** One direction. `breaking` has a path; and a witness, but for policy `confluent`, which refuses some changes that break nobody. */
export interface DirectionVerdict {
  verdict: Verdict
  witness?: Json
  /** JSON Pointer into the reader's schema; under policy `confluent` into the new schema or, for what is gone, the old one. */
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
  /** Default `full`. Both directions are answered in any case; the mode says which ones the verdict is about. */
  mode?: Mode
  /** Default `tolerant`. */
  policy?: Policy
}

/**
 * May `after` follow `before`? Backward: new readers (`after`) accept old events (`before`). Forward: old readers
 * accept new events. Never throws. What the policies mean is said in this folder's README.
 */
export function checkCompatibility(
  before: Json,
  after: Json,
  options: CompatibilityOptions = {},
): Compatibility {
  const { mode = 'full', policy = 'tolerant', ...rest } = options
  const { backward, forward } = checkBothWays(before, after, policy, rest)
  return {
    verdict: worst(directions(mode, backward, forward)),
    backward,
    forward,
  }
}

export interface TransitiveCompatibility {
  verdict: Verdict
  /** One entry for each earlier version, in their order, with its index in the list. */
  pairs: { index: number; compatibility: Compatibility }[]
}

/** May the last of these versions, oldest first, follow each one before it? */
export function checkTransitiveCompatibility(
  versions: readonly Json[],
  options: CompatibilityOptions = {},
): TransitiveCompatibility {
  const latest = versions.at(-1)
  if (latest === undefined) return { verdict: 'compatible', pairs: [] }
  const pairs = versions.slice(0, -1).map((version, index) => ({
    index,
    compatibility: checkCompatibility(version, latest, options),
  }))
  return {
    verdict: worst(pairs.map(({ compatibility }) => compatibility)),
    pairs,
  }
}

function checkBothWays(
  before: Json,
  after: Json,
  policy: Policy,
  options: ContainmentOptions,
): { backward: DirectionVerdict; forward: DirectionVerdict } {
  const proof = proveBothWays(before, after, policy === 'tolerant' ? 'tolerant' : 'as-written', options)
  if (policy !== 'confluent') return proof
  return {
    backward: withWitness(checkConfluent(before, after), proof.backward),
    forward: withWitness(checkConfluent(after, before), proof.forward),
  }
}

/** A registry gives no witness; where the refused change really breaks somebody, ours is shown. Where it errs, that is said. */
function withWitness(answer: DirectionVerdict, proof: Containment): DirectionVerdict {
  if (answer.verdict === 'breaking' && proof.verdict === 'breaking')
    return { ...answer, witness: proof.witness }
  if (answer.verdict === 'breaking' && proof.verdict === 'compatible')
    return {
      ...answer,
      reason: 'A Confluent registry refuses this change. It breaks nobody: policy strict lets it through.',
    }
  if (answer.verdict === 'compatible' && proof.verdict === 'breaking')
    return {
      ...answer,
      reason: `A Confluent registry lets this change through. Policy strict refuses it: ${shortenedWitness(proof.witness)} is valid for the writer and not for the reader.`,
    }
  return answer
}

function directions(mode: Mode, backward: DirectionVerdict, forward: DirectionVerdict): DirectionVerdict[] {
  switch (mode) {
    case 'full':
      return [backward, forward]
    case 'backward':
      return [backward]
    case 'forward':
      return [forward]
    case 'none':
      return []
  }
}

function worst(verdicts: readonly { verdict: Verdict }[]): Verdict {
  if (verdicts.some(({ verdict }) => verdict === 'breaking')) return 'breaking'
  return verdicts.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'compatible'
}
