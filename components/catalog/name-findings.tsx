import { splitEventName } from '@/lib/domain/naming/split-event-name'
import type { EventTypeSummary } from '@/lib/contracts/event-type'

/** What is wrong with an event type as far as its row tells. */
export function findingsOf({ name, owner, latest_version }: EventTypeSummary): string[] {
  const { tense, after } = splitEventName(name)
  return [
    ...(tense === 'none' ? ['Its name is not in the past tense'] : []),
    ...(/event$/i.test(after) ? ['Its name need not say that it is an event'] : []),
    ...(owner === null ? ['Nobody owns it'] : []),
    ...(latest_version === null ? ['It has no schema version'] : []),
  ]
}

/** A mark beside the name of an event type that needs somebody's attention. */
export function NameFindings({ row }: { row: EventTypeSummary }) {
  const findings = findingsOf(row)
  if (findings.length === 0) return null
  const words = `${findings.join('. ')}.`
  return (
    <span title={words} className="relative shrink-0 text-risky">
      <svg viewBox="0 0 10 10" width="11" height="11" aria-hidden>
        <path d="M5 .8 9.6 9H.4L5 .8Z" fill="none" stroke="currentColor" strokeLinejoin="round" />
        <path d="M5 3.6v2.6M5 7.5v.1" stroke="currentColor" strokeLinecap="round" />
      </svg>
      <span className="sr-only">{words}</span>
    </span>
  )
}
