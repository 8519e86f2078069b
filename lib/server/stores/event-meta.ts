import { writeMeta } from '@/lib/domain/envelope/write-meta'
import { TRAIT } from './event-columns'
import type { StoredContent } from './event-duplicate-store'

/** The `meta` block of a stored event, as JSON text: what was sent, without what was concluded. */
export function storedMetaText(stored: Omit<StoredContent, 'dataText' | 'erased'>): string {
  return writeMeta({
    ...stored,
    producer: stored.traits & TRAIT.producerConcluded ? null : stored.producer,
    schema: stored.traits & TRAIT.schemaById ? null : { name: stored.type, version: stored.version },
  })
}
