import type { Finding } from './finding'

/**
 * Rules of the schema itself that no version may break, by their ids in rules.ts. A name is older than
 * its next version and never holds it up.
 */
export const holdingUp: ReadonlySet<string> = new Set([
  'invalid-schema',
  'pattern-not-linear',
  'unsatisfiable',
  'schema-too-large',
  'reference-not-found',
])

/**
 * Whether a finding keeps a schema from being published directly. While the event type is not in the catalog yet every
 * error does, its name's included: that is the moment at which a name can still be changed.
 */
export function holdsUp(
  finding: Pick<Finding, 'rule' | 'severity'> & { waiver?: unknown },
  isNewEventType = false,
): boolean {
  if (finding.waiver !== undefined) return false
  return holdingUp.has(finding.rule) || (isNewEventType && finding.severity === 'error')
}
