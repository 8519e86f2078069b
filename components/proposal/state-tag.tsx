import { Tag, type Tone } from '@/components/ui/tag'
import type { DraftState } from '@/lib/contracts/draft'

const LOOKS: Record<DraftState, { words: string; tone: Tone; glyph: string }> = {
  draft: { words: 'draft', tone: 'neutral', glyph: '○' },
  'in-review': { words: 'in review', tone: 'accent', glyph: '◐' },
  'changes-requested': { words: 'changes requested', tone: 'risky', glyph: '▲' },
  approved: { words: 'approved', tone: 'safe', glyph: '✓' },
  published: { words: 'published', tone: 'neutral', glyph: '●' },
  declined: { words: 'declined', tone: 'neutral', glyph: '✕' },
  withdrawn: { words: 'withdrawn', tone: 'neutral', glyph: '–' },
}

interface StateTagProps {
  state: DraftState
  revision?: number
  /** On a phone the first word is all there is room for. */
  narrow?: boolean
}

/** Where a proposal stands, in words; the glyph and the tint repeat them. */
export function StateTag({ state, revision, narrow = false }: StateTagProps) {
  const { words, tone, glyph } = LOOKS[state]
  const [first, ...rest] = words.split(' ')
  return (
    <Tag tone={tone}>
      <span aria-hidden>{glyph}</span>{' '}
      {narrow && state === 'changes-requested' ? (
        <span>
          {first} <span className="max-sm:sr-only">{rest.join(' ')}</span>
        </span>
      ) : (
        words
      )}
      {revision !== undefined && `, revision ${revision}`}
    </Tag>
  )
}
