import type { ShownFinding } from '@/components/findings/findings-box'
import type { FieldRow } from '@/lib/domain/field-table/field-row'
import type { Severity } from '@/lib/domain/lint/finding'

export interface FindingMark {
  readonly glyph: string
  readonly tone: string
  /** All that is said of the field, a sentence each. */
  readonly words: string
}

const GRAVITY: readonly Severity[] = ['error', 'warning', 'hint']
const LOOKS: Record<Severity, { glyph: string; tone: string }> = {
  error: { glyph: '✕', tone: 'text-breaking' },
  warning: { glyph: '▲', tone: 'text-risky' },
  hint: { glyph: '○', tone: 'text-ink-3' },
}

/** What the rules say, at the row it is nearest to. Waived findings are told elsewhere. */
export function findingMarks(
  findings: readonly ShownFinding[],
  rows: readonly FieldRow[],
): Map<string, FindingMark> {
  const known = new Set(rows.map(({ pointer }) => pointer))
  const byRow = new Map<string, ShownFinding[]>()
  for (const finding of findings) {
    if (finding.waiver !== undefined) continue
    let place = finding.path
    while (place !== '' && !known.has(place)) place = place.slice(0, place.lastIndexOf('/'))
    byRow.set(place, [...(byRow.get(place) ?? []), finding])
  }
  return new Map(
    [...byRow].map(([pointer, found]) => {
      const worst = GRAVITY.find((severity) => found.some((one) => one.severity === severity)) ?? 'hint'
      return [pointer, { ...LOOKS[worst], words: found.map(({ message }) => message).join(' · ') }]
    }),
  )
}
