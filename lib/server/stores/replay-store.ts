import 'server-only'
import { pool, prisma } from '@/lib/server/database/connection'
import type { Replay } from '@/lib/contracts/replay'
import type { ReplayedEvent } from '@/lib/domain/review/replay-tally'

/** Days of receipt that a replay goes back. */
export const REPLAY_DAYS = 30
/** Rows in memory at a time. */
const BATCH = 2_000
/** A replay that fell silent for so long has died with its process: how often it says that it lives, and for how long that holds. */
export const ALIVE_EVERY_MS = 20_000
const SILENT_MS = 3 * ALIVE_EVERY_MS

type ReplayRow = NonNullable<Awaited<ReturnType<typeof findRow>>>

function findRow(draftId: string, id: string) {
  return prisma().proposalReplay.findFirst({ where: { id, draftId } })
}

function toReplay(row: ReplayRow): Replay {
  const isDead = row.state === 'running' && Date.now() - row.updatedAt.getTime() > SILENT_MS
  // Empty until something is found.
  const findings = JSON.parse(row.result) as Partial<NonNullable<Replay['findings']>>
  return {
    id: row.id,
    revision: row.revision,
    state: isDead ? 'failed' : (row.state as Replay['state']),
    done: row.done,
    total: row.total,
    message: isDead ? 'It broke off with the server. Start it again.' : row.message,
    findings: 'events' in findings ? (findings as Replay['findings']) : null,
    started_by: row.startedBy,
    started_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}

/** The last ones first. */
export async function listReplays(draftId: string, limit: number): Promise<Replay[]> {
  const rows = await prisma().proposalReplay.findMany({
    where: { draftId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map(toReplay)
}

export async function findReplay(draftId: string, id: string): Promise<Replay | null> {
  const row = await findRow(draftId, id)
  return row && toReplay(row)
}

/** The replay of a revision that is under way or waits for others, and that nobody asked to stop. */
export async function findLiveReplay(draftId: string, revision: number): Promise<Replay | null> {
  const updatedAt = { gt: new Date(Date.now() - SILENT_MS) }
  const row = await prisma().proposalReplay.findFirst({
    where: { draftId, revision, state: 'running', isCancelled: false, updatedAt },
  })
  return row && toReplay(row)
}

export async function insertReplay(replay: {
  id: string
  draftId: string
  revision: number
  startedBy: string
}): Promise<void> {
  await prisma().proposalReplay.create({ data: replay })
}

/** Writes how far it is, and that it lives. @returns false where somebody asked it to stop */
export async function writeReplay(
  id: string,
  { findings, ...rest }: Partial<Pick<Replay, 'state' | 'done' | 'total' | 'message' | 'findings'>>,
): Promise<boolean> {
  const row = await prisma().proposalReplay.update({
    where: { id },
    // Said in full: Prisma takes nothing to write for nothing to do.
    data: { ...rest, ...(findings ? { result: JSON.stringify(findings) } : {}), updatedAt: new Date() },
    select: { isCancelled: true },
  })
  return !row.isCancelled
}

/** Asks a running replay to stop, whichever process it runs in. */
export async function cancelReplay(draftId: string, id: string): Promise<boolean> {
  const { count } = await prisma().proposalReplay.updateMany({
    where: { id, draftId },
    data: { isCancelled: true },
  })
  return count > 0
}

/** How many events of a type were counted in that time; an estimate of what a replay will see. */
export async function countReplayed(eventType: string): Promise<number> {
  const { rows } = await pool().query<{ count: string | null }>(
    `SELECT sum(c.count) AS count FROM events.daily_count c JOIN events.type t ON t.id = c.type_id
     WHERE t.name = $1 AND c.day >= (now() AT TIME ZONE 'UTC')::date - ${REPLAY_DAYS}`,
    [eventType],
  )
  return Number(rows[0]?.count ?? 0)
}

export interface StoredEvent extends Omit<ReplayedEvent, 'data'> {
  /** The data block as it was received. */
  readonly text: string
}

/**
 * The stored events of a type that were received in the last 30 days, batch by batch, as they were at one moment: a
 * cursor in one transaction, so that memory stays what a batch takes. Erased events have nothing to judge.
 */
export async function* readStoredEvents(eventType: string): AsyncGenerator<StoredEvent[]> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN READ ONLY ISOLATION LEVEL REPEATABLE READ')
    const { rows: types } = await client.query<{ id: number }>('SELECT id FROM events.type WHERE name = $1', [
      eventType,
    ])
    const type = types[0]
    if (!type) return
    // A cursor takes no parameters: the number is the database's own.
    await client.query(
      `DECLARE replayed NO SCROLL CURSOR FOR
       SELECT e.event_id, e.producer, v.label, e.data::text
       FROM events.event e JOIN events.version v ON v.id = e.version_id
       WHERE e.type_id = ${Number(type.id)}
         AND e.received_at >= now() - interval '${REPLAY_DAYS} days' AND e.data IS NOT NULL`,
    )
    const fetchNext = () => {
      const fetched = client.query<[string, string | null, string, string]>({
        text: `FETCH ${BATCH} FROM replayed`,
        rowMode: 'array',
      })
      // Whoever reads may stop before it is looked at.
      fetched.catch(() => undefined)
      return fetched
    }
    // The database reads the next batch while this one is judged.
    let next = fetchNext()
    for (;;) {
      const { rows } = await next
      if (rows.length === 0) return
      next = fetchNext()
      yield rows.map(([eventId, producer, version, text]) => ({
        eventId,
        producer: producer === '' ? null : producer,
        version,
        text,
      }))
    }
  } finally {
    await client.query('ROLLBACK').catch(() => undefined)
    client.release()
  }
}
