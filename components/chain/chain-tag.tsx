import type { Tag as ChainTagData } from '@/lib/domain/chain-view/flags'
import { Tag, type Tone } from '@/components/ui/tag'

export const TONES: Record<ChainTagData['tone'], Tone> = { bad: 'breaking', risk: 'risky', plain: 'neutral' }

export function ChainTag({ tag, className }: { tag: ChainTagData; className?: string }) {
  return (
    <Tag tone={TONES[tag.tone]} title={tag.title} className={className}>
      <span className="truncate">{tag.text}</span>
    </Tag>
  )
}
