import type { Validity } from '@/lib/contracts/event'
import type { Violation } from '@/lib/contracts/problem-details'
import type { EnvelopeEvent } from '@/lib/domain/envelope/envelope'
import { writeMeta } from '@/lib/domain/envelope/write-meta'

/** An event on its way to the store: read, judged, not yet stored. Its parsed data is let go. */
export interface PendingEvent extends Omit<EnvelopeEvent, 'data' | 'producer' | 'keyPlaces'> {
  /** As stored: sent, or concluded from the catalog. */
  producer: string | null
  producerConcluded: boolean
  typeName: string
  versionLabel: string
  validity: Validity
  problems: readonly Violation[]
  /** First 128 bits of the SHA-256 of the message, as hex. */
  contentHash: string
  imported: boolean
  /** The catalog's revision that it was judged by; null where that was looked up after the event came. */
  revision: string | null
}

/** What became of a pending event. */
export type Outcome =
  | { status: 'accepted' | 'duplicate' | 'conflict' }
  /** PostgreSQL would not hold it, whatever was tried; the message belongs into quarantine. */
  | { status: 'unstorable'; message: string }
  /** The catalog had changed when it came, and it was judged as if it had not: it is to be judged and added again. */
  | { status: 'stale' }

/** The `meta` block of an event on its way. */
export function metaTextOf(event: PendingEvent): string {
  return writeMeta({ ...event, producer: event.producerConcluded ? null : event.producer })
}
