import type { Tag as ChainTagData } from '@/lib/domain/chain-view/flags'
import { Tag, type Tone } from '@/components/ui/tag'

const TONES: Record<ChainTagData['tone'], Tone> = { bad: 'breaking', risk: 'risky', plain: 'neutral' }

/** Tags of a chain with the tones they are drawn in. */
export function toned(tags: readonly ChainTagData[]): { text: string; title: string; tone: Tone }[] {
  return tags.map((tag) => ({ ...tag, tone: TONES[tag.tone] }))
}

export function ChainTag({ tag, className }: { tag: ChainTagData; className?: string }) {
  return (
    <Tag tone={TONES[tag.tone]} title={tag.title} className={className}>
      <span className="truncate">{tag.text}</span>
    </Tag>
  )
}
