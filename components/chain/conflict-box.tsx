import type { Event } from '@/lib/contracts/event'
import { differencesBetween } from '@/lib/domain/entity/difference'
import { readExact, type ExactJson } from '@/lib/domain/json/exact-numbers'
import { DifferenceList } from '@/components/event/difference-list'
import { ExactTime } from '@/components/event/time'
import { Box } from '@/components/ui/box'
import { CopyButton } from '@/components/ui/copy-button'
import { JsonText } from './json-text'

interface ConflictBoxProps {
  event: Event
  conflict: Event['conflicts'][number]
}

/** Other content that came under the id of an event: what differs, and all of it. */
export function ConflictBox({ event, conflict }: ConflictBoxProps) {
  // Erased content cannot be compared with any more.
  const differences =
    event.data_text === null
      ? null
      : differencesBetween(
          contentOf(event.data_text, event.meta_text),
          contentOf(conflict.data_text, conflict.meta_text),
        )
  return (
    <Box
      title={
        <span className="text-breaking">
          <span aria-hidden>✕ </span>Other content under this id
        </span>
      }
      aside={<CopyButton text={conflict.data_text} what="the other data" />}
    >
      <div className="flex flex-col gap-1 px-3 pt-2 pb-1">
        <p className="text-ink-2">
          Received <ExactTime at={conflict.received_at} />. The event above was first and stands.
        </p>
        {differences?.length === 0 && (
          <p className="text-ink-2">
            What differs is masked, or in what reading JSON loses: a name that stands twice.
          </p>
        )}
        {differences !== null && differences.length > 0 && (
          <section aria-label="What differs">
            <DifferenceList differences={differences} rest="to be found in the data below" />
          </section>
        )}
      </div>
      <details className="border-t border-line">
        <summary className="min-h-6 cursor-pointer px-3 py-1 text-ink-2">All of its data</summary>
        <JsonText text={conflict.data_text} label="Data of the conflicting delivery" />
      </details>
    </Box>
  )
}

function contentOf(dataText: string, metaText: string): ExactJson {
  return readExact(`{"data":${dataText},"meta":${metaText}}`)
}
