import 'server-only'
import { hash, randomUUID } from 'node:crypto'
import { EntitiesAtMoment, type TellingMoment } from '@/lib/domain/entity/entities-at-moment'
import { KeySet } from '@/lib/domain/entity/key-set'
import { NO_REVISIONS, revisionsOf } from '@/lib/domain/entity/revisions'
import { readExact } from '@/lib/domain/json/exact-numbers'
import {
  countEntityEvents,
  readEntityEvents,
  type EntityEventPlace,
  type EntityEventRow,
} from '@/lib/server/stores/entity-event-store'
import { readHorizon } from '@/lib/server/stores/event-tail-store'
import { readRetainedSince } from '@/lib/server/stores/retention-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { findEntityFamily, keyOf, operationOf, type EntityFamily } from './entity-family'
import { eventMasks } from '@/lib/server/services/event/event-masks'
import { logPlaceName } from '@/lib/server/services/event/log-place'
import { maskedEnvelopes } from '@/lib/server/services/event/masked-envelopes'

/** Bodies in memory at once. */
const STRIDE = 500
/** Keys of one moment of which it is decided together which event was the last; of more, those read first are. */
const MAX_AT_MOMENT = 20_000
/** Keys remembered at once: 32 MB. Of more, the events are read again for each further part. */
const MAX_KEYS = 2_000_000

/**
 * The state of everything of an entity as NDJSON, newest first. The first line says for which place in the log it holds,
 * and the last one how many there were, so that a copy knows it is whole:
 *
 *     {"snapshot":{"entity":"Card","taken_at":"…","position":"…"}}
 *     {"key":"card_1","data":{…},"meta":{…}}
 *     {"end":{"count":1}}
 *
 * A copy goes on from there with the live tail: `GET /event-stream?after={position}`. What was deleted is left out. An
 * erased event no longer says what it was about, so the state before it stands. Where older events are past retention the
 * first line says since when it is whole (`retained_since`). Lines with masks say where (`masked`). Reads in pages and
 * holds no transaction, however long it takes; what comes in meanwhile lies behind the position.
 * @throws Problem `entity-not-found`
 */
export async function streamEntitySnapshot(
  actor: Actor,
  { entity }: { entity: string },
): Promise<ReadableStream<Uint8Array>> {
  authorize(actor, 'read')
  const family = await findEntityFamily(entity)
  const [horizon, retained_since] = await Promise.all([readHorizon(), readRetainedSince()])
  const head = {
    entity,
    taken_at: new Date().toISOString(),
    position: logPlaceName(horizon),
    ...(retained_since === null ? {} : { retained_since }),
  }
  const parts = Math.max(1, Math.ceil((await countEntityEvents(family.typeNames)) / MAX_KEYS))
  const lines = snapshotLines(actor, family, horizon.position, parts)
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(`${JSON.stringify({ snapshot: head })}\n`))
      },
      async pull(controller) {
        const { done, value } = await lines.next()
        if (value !== undefined) controller.enqueue(encoder.encode(value))
        if (done) controller.close()
      },
      async cancel() {
        await lines.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}

async function* snapshotLines(
  actor: Actor,
  family: EntityFamily,
  below: string,
  parts: number,
): AsyncGenerator<string, string | undefined> {
  // Whoever sends keys must not be able to choose two with one hash.
  const salt = randomUUID()
  let count = 0
  for (let part = 0; part < parts; part++) {
    const known = new KeySet()
    let moment = new EntitiesAtMoment(MAX_AT_MOMENT)
    let after: EntityEventPlace | undefined
    do {
      const rows = await readEntityEvents(family.ranked, { after, below, limit: STRIDE })
      const masks = await eventMasks(actor, rows)
      const last: Last[] = []
      for (const row of rows) {
        const found = keyOf(family, row.data === null ? null : masks.data(row, row.data))
        if (!found) continue
        const digest = hash('sha256', salt + found.key, 'buffer')
        if (digest.readUInt32LE(8) % parts !== part) continue
        if (!moment.takes(row)) {
          last.push(...existing(moment))
          moment = new EntitiesAtMoment(MAX_AT_MOMENT)
        }
        if (known.add(digest.readBigUInt64LE(0)) || moment.has(found.key))
          moment.add(found.key, momentOf(family, row))
      }
      after = rows.length === STRIDE ? rows.at(-1) : undefined
      if (!after) last.push(...existing(moment))
      if (last.length > 0) yield await linesOf(actor, last)
      count += last.length
    } while (after)
  }
  return `${JSON.stringify({ end: { count } })}\n`
}

interface Last {
  readonly key: string
  readonly id: string
}

/** The events that tell a state; what was deleted has none. */
function existing(moment: EntitiesAtMoment): Last[] {
  return [...moment.last()].flatMap(([key, { operation, event_id }]) =>
    operation === 'deleted' ? [] : [{ key, id: event_id }],
  )
}

function momentOf(
  family: EntityFamily,
  { event_id, created_at, received_at, type, data }: EntityEventRow,
): TellingMoment {
  // Parsed only where there may be something to read.
  const revisions =
    data !== null && /"(ver|rev)ision"|\\u/.test(data) ? revisionsOf(readExact(data)) : NO_REVISIONS
  return { event_id, created_at, received_at, operation: operationOf(family, type), revisions }
}

async function linesOf(actor: Actor, found: readonly Last[]): Promise<string> {
  const lines = await maskedEnvelopes(
    actor,
    found.map(({ id }) => id),
  )
  return found
    .map(({ key, id }) => {
      const line = lines.get(id)
      return line === undefined ? '' : `{"key":${JSON.stringify(key)},${line.slice(1)}`
    })
    .join('')
}
