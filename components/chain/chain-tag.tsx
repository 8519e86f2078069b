import type { Tag as ChainTagData } from '@/lib/domain/chain-view/flags'
import { Tag, type Tone } from '@/components/ui/tag'

const TONES: Record<ChainTagData['tone'], Tone> = { bad: 'breaking', risk: 'risky', plain: 'neutral' }

export function ChainTag({ tag }: { tag: ChainTagData }) {
  return (
    <Tag tone={TONES[tag.tone]} title={tag.title}>
      {tag.text}
    </Tag>
  )
}
