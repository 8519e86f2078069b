import type { Finding } from './finding'

/** What a waiver says of the finding it is for. */
export interface WaivedFinding {
  readonly rule: string
  readonly path: string
  readonly message: string
}

/** Without these a schema is none, or is not looked at: there is nothing to decide. */
const neverWaived: ReadonlySet<string> = new Set(['invalid-schema', 'schema-too-large'])

export function isWaivable(rule: string): boolean {
  return !neverWaived.has(rule)
}

/**
 * Findings with the waiver that is for each. One at a place is known by rule and place, whatever its sentence says by now;
 * of the whole there may be several, so that the sentence has to be the same too.
 */
export function withWaivers<F extends Finding, W extends WaivedFinding, S>(
  findings: readonly F[],
  waivers: readonly W[],
  show: (waiver: W) => S,
): (F & { waiver?: S })[] {
  if (waivers.length === 0) return [...findings]
  const byKey = new Map(waivers.map((waiver) => [keyOf(waiver), waiver]))
  return findings.map((finding) => {
    const waiver = isWaivable(finding.rule) ? byKey.get(keyOf(finding)) : undefined
    return waiver ? { ...finding, waiver: show(waiver) } : finding
  })
}

function keyOf({ rule, path, message }: WaivedFinding): string {
  return JSON.stringify(path === '' ? [rule, path, message] : [rule, path])
}
