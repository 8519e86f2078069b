import { Link } from '@/components/ui/link'
import { paths } from '@/lib/client/paths'
import { cutMiddle } from '@/components/event/cut-middle'
import { chipClass } from '@/components/ui/chip'
import { OutsideLink } from '@/components/ui/text-link'

/** The address of a trace in the tracing tool, or null where none is set up. */
export function traceAddress(template: string, traceId: string): string | null {
  return template.includes('{trace_id}')
    ? template.replaceAll('{trace_id}', () => encodeURIComponent(traceId))
    : null
}

/** A trace id that leads to the tracing tool; without one, to the events of the trace. */
export function TraceLink({ traceId, template }: { traceId: string; template: string }) {
  const address = traceAddress(template, traceId)
  const text = (
    <>
      trace <span title={traceId}>{cutMiddle(traceId, 10)}</span>
    </>
  )
  const look = chipClass(true, '!no-underline hover:border-line-strong hover:text-ink')
  return address === null ? (
    <Link href={paths.explore({ trace_id: traceId })} className={look}>
      {text}
    </Link>
  ) : (
    <OutsideLink href={address} className={look}>
      {text}
    </OutsideLink>
  )
}
