import type { JsonObject } from '@/lib/domain/json/json'
import type { Random } from './random'

/** Data as programmers break it: a field forgotten, a number as text, a null, an object where a text was. */
export function breakData(data: JsonObject, random: Random): JsonObject {
  const fields = Object.keys(data)
  const broken = { ...data }
  // The first field is a required identifier in every schema of the company: without it nothing is valid.
  const field = fields[0]
  if (field === undefined) return { unexpected: true }
  switch (random.whole(0, 3)) {
    case 0:
      delete broken[field]
      break
    case 1:
      broken[field] = random.whole(1, 99_999)
      break
    case 2:
      broken[field] = null
      break
    default:
      broken[field] = { value: broken[field] ?? null }
  }
  return broken
}

const strangeIds = ['..', '', 'x'.repeat(201)]

/** Text that is no valid envelope any more; one line, whatever happens. */
export function breakEnvelope(text: string, random: Random): string {
  const envelope = JSON.parse(text) as { meta: JsonObject; data?: unknown; payload?: unknown }
  const { meta } = envelope
  switch (random.whole(0, 6)) {
    case 0:
      // Cut off in the middle, as by a full buffer.
      return text.slice(0, Math.floor(text.length * 0.6))
    case 1:
      meta.event_id = random.pick(strangeIds)
      break
    case 2:
      delete meta.created_at
      break
    case 3:
      meta.created_at = random.pick(['yesterday', '2026-02-30T10:00:00Z', '14.03.2026 09:26'])
      break
    case 4:
      delete meta.schema
      break
    case 5:
      envelope.data ??= envelope.payload
      envelope.payload = envelope.data
      break
    default:
      return JSON.stringify({ event: envelope.data ?? envelope.payload, ...meta })
  }
  return JSON.stringify(envelope)
}
