import 'server-only'
import type { DraftQuery, DraftState, DraftSummary, QueueOverview } from '@/lib/contracts/draft'
import { MAX_PAGE } from '@/lib/contracts/pages'
import type { CallOutput } from '@/lib/contracts/routes'
import { PROPOSAL_STATES } from '@/lib/domain/review/proposal-state'
import type { Queue } from '@/lib/domain/review/queue'
import {
  countDrafts,
  HANDED_IN,
  listDraftParties,
  listDrafts,
  OPEN_STATES,
  placeOf,
  type DraftFilter,
  type DraftOrder,
  type DraftPlace,
} from '@/lib/server/stores/draft-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { decodeCursor, encodeCursor } from '@/lib/server/services/cursor'
import { draftsForActor } from './draft-for-actor'
import { problem } from '@/lib/server/services/problem'

/** How many are read at a time while those are looked for that wait for whoever asks. */
const BATCH = 500
const ENDED_STATES = PROPOSAL_STATES.filter((state) => !OPEN_STATES.some((open) => open === state))

/** Last changed first, or by how long they wait. */
export async function listDraftsPage(
  actor: Actor,
  { query }: { query: DraftQuery },
): Promise<CallOutput<'listDrafts'>> {
  authorize(actor, 'read')
  const { limit = MAX_PAGE, queue, sort: order = 'changed', cursor } = query
  const place = cursor === undefined ? undefined : readPlace(cursor, order)
  const asked = { eventTypeName: query.event_type, owner: query.owner, domain: query.domain }
  const filter = { ...asked, ...withinQueue(actor, queue, query.state) }
  const found =
    queue === 'waiting'
      ? await listWaiting(actor, filter, order, place, limit + 1)
      : await draftsForActor(actor, await listDrafts(filter, order, place, limit + 1))
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const end = last && placeOf(last, order)
  return {
    items,
    next_cursor: found.length > limit && end ? encodeCursor([order, end.at, end.id]) : null,
    overview: queue !== undefined && place === undefined ? await overviewOf(actor, asked) : null,
  }
}

/** @throws Problem `invalid-cursor`, also where it is of a list in another order */
function readPlace(cursor: string, order: DraftOrder): DraftPlace {
  const [of, at, id] = decodeCursor(cursor, ['name', 'instant', 'name'])
  if (of !== order)
    throw problem('invalid-cursor', 'This cursor is of a list in another order. Start again without one.')
  return { at, id }
}

function withinQueue(actor: Actor, queue: Queue | undefined, state: DraftState | undefined): DraftFilter {
  const states = statesOf(queue)
  return {
    states: state === undefined ? states : (states ?? [state]).filter((one) => one === state),
    authorId: queue === 'mine' ? actor.id : undefined,
  }
}

function statesOf(queue: Queue | undefined): readonly DraftState[] | undefined {
  switch (queue) {
    case undefined:
      return undefined
    case 'waiting':
      return HANDED_IN
    case 'mine':
    case 'open':
      return OPEN_STATES
    case 'ended':
      return ENDED_STATES
  }
}

/** Whom a proposal waits for the policy says, not the database: what is handed in is read until there are enough. */
async function listWaiting(
  actor: Actor,
  filter: DraftFilter,
  order: DraftOrder,
  after: DraftPlace | undefined,
  limit: number,
): Promise<DraftSummary[]> {
  const found: DraftSummary[] = []
  for (let from = after; ;) {
    const read = await listDrafts(filter, order, from, BATCH)
    const theirs = await draftsForActor(actor, read)
    found.push(...theirs.filter(({ waiting_for_me }) => waiting_for_me))
    const last = read.at(-1)
    if (found.length >= limit || read.length < BATCH || !last) return found.slice(0, limit)
    from = placeOf(last, order)
  }
}

async function overviewOf(actor: Actor, asked: DraftFilter): Promise<QueueOverview> {
  const [waiting, all, own, parties] = await Promise.all([
    listWaiting(actor, { ...asked, states: HANDED_IN }, 'changed', undefined, Infinity),
    countDrafts(asked),
    countDrafts({ ...asked, authorId: actor.id }),
    listDraftParties(),
  ])
  return {
    counts: {
      waiting: waiting.length,
      mine: sumOf(own, OPEN_STATES),
      open: sumOf(all, OPEN_STATES),
      ended: sumOf(all, ENDED_STATES),
    },
    ...parties,
  }
}

function sumOf(counts: ReadonlyMap<DraftState, number>, states: readonly DraftState[]): number {
  return states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0)
}
