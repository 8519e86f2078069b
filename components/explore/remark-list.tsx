import type { EventSummary } from '@/lib/contracts/event'
import { remarksOf, type Remark } from '@/components/event/event-tags'
import { Tag } from '@/components/ui/tag'
import { TagCount } from '@/components/ui/tag-count'

interface RemarkListProps {
  event: EventSummary
  /** Why it is in the list; they stand first. */
  reasons: readonly string[]
}

/** Of the remarks as many as have room, the gravest first, and the number of the others: none is cut in two. */
export function RemarkList({ event, reasons }: RemarkListProps) {
  const remarks = remarksOf(event)
  const most = reasons.length === 0 ? 3 : 2
  return (
    <span className="@container block">
      <span className="flex gap-1">
        {reasons.map((text) => (
          // A long key ends with an ellipsis, so that what is wrong with the event still shows.
          <Tag key={text} tone="accent" title={text} className="!block min-w-12 shrink truncate">
            {text}
          </Tag>
        ))}
        {remarks.slice(0, most).map((remark, index) => (
          <RemarkTag key={remark.text} remark={remark} className={index === 0 ? '' : ONLY_WIDE} />
        ))}
        <TagCount tags={remarks.slice(1)} className={ONLY_NARROW} />
        <TagCount tags={remarks.slice(most)} className={ONLY_WIDE} />
      </span>
    </span>
  )
}

const ONLY_WIDE = '@max-[18rem]:hidden'
const ONLY_NARROW = '@min-[18rem]:hidden'

export function RemarkTag({ remark, className = '' }: { remark: Remark; className?: string }) {
  return (
    <Tag tone={remark.tone} title={remark.title} className={`shrink-0 ${className}`}>
      {remark.text}
    </Tag>
  )
}
