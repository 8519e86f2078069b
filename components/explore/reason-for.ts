import type { EventFilter } from '@/lib/client/event-queries'
import { formatDuration } from '@/lib/domain/chain-view/duration'

/** Why the events of the list are in it, in a sentence. */
export function reasonFor(filter: EventFilter): string {
  const { type, version, owner, domain, service, trace_id, key, validity, kind } = filter
  const what =
    validity === 'invalid'
      ? 'Events that break their schema'
      : validity === 'unknown'
        ? 'Unchecked events'
        : validity === 'valid'
          ? 'Valid events'
          : 'Events'
  const parts = [
    type && `of the type ${type}`,
    version && `in version ${version}`,
    owner && `whose type is owned by ${owner}`,
    domain && `of the domain ${domain}`,
    service && `produced by ${service}`,
    trace_id && `with the trace id ${trace_id}`,
    kind && (kind === 'cud' ? 'of an entity (CUD)' : 'of the business (domain events)'),
    key && `that hold the key ${key}`,
    filter.without && `that ${filter.without} did not follow${within(filter.within)}`,
    filter.from && `created since ${short(filter.from)}`,
    filter.to && `created before ${short(filter.to)}`,
  ].filter(Boolean)
  return parts.length === 0 && validity === undefined
    ? 'All events, newest first.'
    : `${[what, ...parts].join(' ')}, newest first.`
}

function within(seconds: number | undefined): string {
  return seconds === undefined ? '' : ` within ${formatDuration(seconds * 1_000)}`
}

function short(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}
