import type { Operation } from '@/lib/contracts/event-type'
import { Tag, type Tone } from '@/components/ui/tag'

const TONES: Record<Operation, Tone> = { created: 'safe', updated: 'neutral', deleted: 'breaking' }

/** What a CUD event did to its entity. */
export function OperationTag({ operation }: { operation: Operation }) {
  return <Tag tone={TONES[operation]}>{operation}</Tag>
}
