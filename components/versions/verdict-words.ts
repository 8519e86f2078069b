import type { Tone } from '@/components/ui/tag'
import type { Change } from '@/lib/contracts/compatibility'
import type { Diff } from '@/lib/contracts/schema-version'

/** What a change amounts to, the worst first. */
export const WEIGHTS = ['breaking', 'unknown', 'risky', 'safe', 'documentation'] as const
export type Weight = (typeof WEIGHTS)[number]

export const WEIGHT_TONES: Record<Weight, Tone> = {
  breaking: 'breaking',
  unknown: 'neutral',
  risky: 'risky',
  safe: 'safe',
  documentation: 'neutral',
}

export function weightOf(change: Change): Weight {
  const classes = [change.backward, change.forward]
  if (classes.includes('breaking')) return 'breaking'
  if (classes.includes('unknown')) return 'unknown'
  if (change.documentation) return 'documentation'
  return change.risky ? 'risky' : 'safe'
}

/** What happened to a place, by the first part of the kind: a glyph and a tint that its words repeat. */
export function glyphOf(change: Change): '+' | '−' | '±' | '→' {
  if (change.kind === 'field-renamed' || change.kind === 'field-moved') return '→'
  if (/^(required-)?field-added$|^variant-added$/.test(change.kind)) return '+'
  if (/^(field|variant)-removed$/.test(change.kind)) return '−'
  return '±'
}

/** The verdict over both directions as short as a head of a column needs it. */
export function verdictWords(diff: Pick<Diff, 'backward' | 'forward'>): { words: string; tone: Tone } {
  const [backward, forward] = [diff.backward.verdict, diff.forward.verdict]
  if (backward === 'breaking' && forward === 'breaking') return { words: 'breaking', tone: 'breaking' }
  if (backward === 'breaking') return { words: 'backward breaking', tone: 'breaking' }
  if (forward === 'breaking') return { words: 'forward breaking', tone: 'breaking' }
  if (backward === 'unknown' || forward === 'unknown') return { words: 'unknown', tone: 'neutral' }
  return { words: 'compatible', tone: 'safe' }
}

/** A kind as words: `enum-value-added` is "enum value added". */
export function kindWords(kind: string): string {
  return kind.replaceAll('-', ' ')
}
