import type { Event } from '@/lib/contracts/event'
import { formatDuration } from '@/lib/domain/chain-view/duration'
import { prettyJson } from '@/lib/domain/chain-view/pretty-json'
import { readExact, writeExact } from '@/lib/domain/json/exact-numbers'
import type { Json } from '@/lib/domain/json/json'
import { appendPointer, pointerTokens } from '@/lib/domain/json/pointer'
import { TextWithMasks } from '@/components/event/masked'
import { Box } from '@/components/ui/box'
import { CopyButton } from '@/components/ui/copy-button'
import { TraceLink } from './trace-link'

/** The meta block as it was sent, a line a field, and when the event was received beside it. */
export function MetaBox({ event, traceTemplate }: { event: Event; traceTemplate: string }) {
  const delay = Date.parse(event.received_at) - Date.parse(event.created_at)
  const masked = new Set(
    event.masked
      .map(({ pointer }) => pointerTokens(pointer))
      .flatMap(([block, name = '']) => (block === 'meta' ? [name] : [])),
  )
  const { numbers } = readExact(event.meta_text)
  return (
    <Box title="meta" aside={<CopyButton text={prettyJson(event.meta_text)} what="meta" />}>
      <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 px-3 py-2 font-mono text-xs leading-5">
        {Object.entries(event.meta).map(([name, value]) => (
          <Line key={name} name={name}>
            {name === 'trace_id' && typeof value === 'string' ? (
              <TraceLink traceId={value} template={traceTemplate} />
            ) : typeof value === 'string' && !masked.has(name) ? (
              value
            ) : (
              <TextWithMasks text={writeExact({ value: value as Json, numbers }, appendPointer('', name))} />
            )}
          </Line>
        ))}
        <Line name="received">
          {event.received_at}{' '}
          {Number.isFinite(delay) && <span className="text-ink-3">({signed(delay)})</span>}
        </Line>
      </dl>
    </Box>
  )
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="max-w-40 truncate text-ink-3" title={name}>
        {name}
      </dt>
      <dd translate="no">{children}</dd>
    </>
  )
}

function signed(ms: number): string {
  return ms < 0 ? formatDuration(ms) : `+${formatDuration(ms)}`
}
