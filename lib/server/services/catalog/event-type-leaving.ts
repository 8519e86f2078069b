import 'server-only'
import type { EventTypePatch } from '@/lib/contracts/event-type'
import type { Violation } from '@/lib/contracts/problem-details'
import { isLeft, type Leaving } from '@/lib/domain/news/leaving'
import type { CatalogIndex } from '@/lib/server/catalog-index/catalog-index'
import type { CatalogRow, EventTypeWrite } from '@/lib/server/stores/event-type-store'
import { eventTypeNotFound } from './get-event-type'
import { problem } from '@/lib/server/services/problem'

const inUse: Leaving = { status: 'active', status_reason: '', successor: null, retires_on: null }

/** What the catalog says of an event type's status; of a new one, that it is in use. */
export function leavingOf(row: CatalogRow | undefined): Leaving {
  if (!row) return inUse
  const { status, statusReason, successor, retiresOn } = row
  return { status, status_reason: statusReason, successor, retires_on: retiresOn }
}

/**
 * What a change leaves of that: what is not said stays, and a status of what is in use clears the rest.
 * @throws Problem `invalid-request` where something in use is to be left for something
 */
export function changedLeaving(before: Leaving, body: EventTypePatch): Leaving {
  const { status = before.status, status_reason, successor, retires_on } = body
  if (isLeft(status))
    return {
      status,
      status_reason: status_reason ?? before.status_reason,
      successor: successor === undefined ? before.successor : successor,
      retires_on: retires_on === undefined ? before.retires_on : retires_on,
    }
  const said = Object.entries({ status_reason, successor, retires_on }).filter(([, value]) => value)
  if (said.length === 0) return { ...inUse, status }
  const message = 'Only what is deprecated or retired has one: say so in "status"'
  throw problem(
    'invalid-request',
    `An event type whose status is "${status}" is left for nothing. Deprecate or retire it in the same request, or leave out what comes instead.`,
    said.map(([key]): Violation => ({ pointer: `/${key}`, code: 'not-left', message })),
  )
}

/** The columns that change. @param now for a status that becomes another */
export function leavingColumns(
  { entries }: CatalogIndex,
  before: Leaving,
  { status, status_reason, successor, retires_on }: Leaving,
  now: Date,
): EventTypeWrite {
  return {
    ...(status === before.status ? {} : { statusSince: now }),
    ...(status_reason === before.status_reason ? {} : { statusReason: status_reason }),
    ...(successor === before.successor
      ? {}
      : { successorId: successor === null ? null : entries.get(successor)?.row.id }),
    ...(retires_on === before.retires_on
      ? {}
      : { retiresOn: retires_on === null ? null : new Date(retires_on) }),
  }
}

/**
 * Refuses what nobody can be sent to: what is not in the catalog, the event type itself, and what is retired. That
 * successors make no circle is asked where no other change can come between.
 * @throws Problem `event-type-not-found`, `not-a-successor`
 */
export function refuseSuccessor({ entries }: CatalogIndex, name: string, successor: string): void {
  const row = entries.get(successor)?.row
  if (!row) {
    const { message } = eventTypeNotFound(successor)
    throw problem('event-type-not-found', message, [
      { pointer: '/successor', code: 'event-type-not-found', message: `The catalog has no "${successor}"` },
    ])
  }
  if (successor === name) throw notASuccessor(`${name} cannot come after itself.`)
  if (row.status !== 'retired') return
  const next = row.successor === null ? '' : ` ${row.successor} came after it.`
  throw notASuccessor(`${successor} is retired itself.${next}`)
}

export function circleOfSuccessors(name: string, successor: string) {
  return notASuccessor(`${successor} is left for ${name} itself, directly or over others.`)
}

function notASuccessor(why: string) {
  return problem('not-a-successor', `${why} Name an event type that is to be used.`, [
    { pointer: '/successor', code: 'not-a-successor', message: why },
  ])
}
