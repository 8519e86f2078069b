import type { JsonObject } from '@/lib/domain/json/json'
import { accidents, type AccidentName } from './accidents'
import { breakData, breakEnvelope } from './breakage'
import { numberAsText } from './identifiers'
import type { Message } from './message'
import type { Random } from './random'

export type Data = JsonObject

/** One event as its producer means it. */
export interface Emission {
  readonly id: string
  readonly type: string
  readonly version: string
  readonly owner: string
  readonly producer: string
  readonly parentId: string | null
  readonly traceId: string | null
  /** Milliseconds since 1970. */
  readonly at: number
  readonly data: Data
}

const names = Object.keys(accidents) as AccidentName[]

/** At most one accident happens to a message. */
function accidentOf(random: Random): AccidentName | null {
  let left = random.unit()
  for (const name of names) {
    left -= accidents[name]
    if (left < 0) return name
  }
  return null
}

/** What leaves the producer for one event: usually one message; none, two or a broken one where an accident happens. */
export function emission(event: Emission, random: Random): Message[] {
  const accident = accidentOf(random)
  // The network, and the producer's outbox: 20 ms to a second or two.
  const sentAt = event.at + Math.round(60 * Math.exp(0.9 * random.normal()))
  const message = (changed: Partial<Emission> = {}, later = 0, as = accident): Message => ({
    id: changed.id ?? event.id,
    type: changed.type ?? event.type,
    sentAt: sentAt + later,
    text: JSON.stringify(envelopeOf({ ...event, ...changed }, random, as)),
    accident: as,
  })
  switch (accident) {
    case 'lost':
      return []
    case 'duplicate': {
      const first = message({}, 0, null)
      return [first, { ...first, sentAt: sentAt + random.whole(800, 45_000), accident }]
    }
    case 'conflicting-duplicate': {
      const data = { ...event.data, corrected_by: 'batch-rerun' }
      return [message({}, 0, null), message({ data }, random.whole(5_000, 3_600_000))]
    }
    case 'late-send':
      return [message({}, random.whole(20_000, 600_000))]
    case 'clock-off':
      return [
        message({
          at:
            event.at +
            random.weighted([
              [-1, 3],
              [1, 1],
            ] as const) *
              random.whole(500, 8_000),
        }),
      ]
    case 'broken-data':
      return [message({ data: breakData(event.data, random) })]
    case 'unknown-version':
      return [message({ version: random.pick(['9.0.0', '4.7.0-rc.1', 'next']) })]
    case 'unknown-type':
      return [message({}, 0, null), message(strangerAfter(event, random), random.whole(300, 4_000))]
    case 'broken-envelope': {
      const whole = message()
      return [{ ...whole, text: breakEnvelope(whole.text, random) }]
    }
    case 'foreign-owner':
      return [message({ owner: random.pick(['growth', 'platform', 'cards']) })]
    case null:
      return [message()]
  }
}

/** Events of systems that nobody put into the catalog. */
function strangerAfter(event: Emission, random: Random): Partial<Emission> {
  const at = event.at + random.whole(200, 3_000)
  return {
    id: numberAsText(at, random),
    type: random.pick(['WishlistShared', 'GiftCardTopped', 'RobotCharged', 'ChatbotAnswered']),
    version: '1.0.0',
    parentId: event.id,
    at,
    data: { subject: event.id, note: 'sent by a system that is in no catalog' },
  }
}

function envelopeOf(event: Emission, random: Random, accident: AccidentName | null): JsonObject {
  const meta: JsonObject = {
    created_at: new Date(event.at).toISOString(),
    schema: { name: event.type, version: event.version },
    event_id: event.id,
  }
  if (event.parentId !== null) meta.parent_event_id = event.parentId
  if (event.traceId !== null) meta.trace_id = event.traceId
  if (accident === 'foreign-owner' || random.chance(0.9)) meta.owner_id = event.owner
  if (random.chance(0.8)) meta.producer = event.producer
  // The third host of every service is the one whose clock nobody looks after.
  meta.host = `${event.producer}-${accident === 'clock-off' ? 3 : random.whole(1, 2)}`
  return { [random.chance(0.08) ? 'payload' : 'data']: event.data, meta }
}
