import 'server-only'
import type { Delivery } from '@/lib/contracts/webhook'
import { pool, prisma, type Transaction } from '@/lib/server/database/connection'

type DeliveryRow = Awaited<ReturnType<ReturnType<typeof prisma>['webhookDelivery']['findFirstOrThrow']>>

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    kind: row.kind as Delivery['kind'],
    subject: row.subject,
    state: row.state as Delivery['state'],
    attempts: row.attempts,
    next_at: row.state === 'waiting' ? row.nextAt.toISOString() : null,
    last_at: row.lastAt?.toISOString() ?? null,
    last_status: row.lastStatus,
    last_answer: row.lastAnswer,
    last_ms: row.lastMs,
    created_at: row.createdAt.toISOString(),
    message: row.message,
  }
}

export interface NewDelivery {
  readonly id: string
  readonly webhookId: string
  readonly kind: Delivery['kind']
  readonly subject: string
  readonly message: string
}

export async function insertDeliveries(
  transaction: Transaction,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  if (deliveries.length > 0) await transaction.webhookDelivery.createMany({ data: [...deliveries] })
}

/** One alone, by whoever asks for it. */
export async function insertDelivery(delivery: NewDelivery): Promise<Delivery> {
  return toDelivery(await prisma().webhookDelivery.create({ data: delivery }))
}

/** Newest first. @param after the last one of the page before */
export async function listDeliveries(
  webhookId: string,
  after: { createdAt: Date; id: string } | undefined,
  limit: number,
): Promise<Delivery[]> {
  const rows = await prisma().webhookDelivery.findMany({
    where: {
      webhookId,
      ...(after && {
        OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map(toDelivery)
}

/** A message that is due, taken so that nobody else sends it meanwhile. */
export interface ClaimedDelivery {
  readonly id: string
  readonly message: string
  /** With the one that is to be made. */
  readonly attempts: number
  readonly webhookId: string
  readonly url: string
  readonly sealedSecret: string
  /** The secret before, while it signs, too. */
  readonly oldSealedSecret: string | null
}

/**
 * Takes what is due for a while. Of several servers that ask at once each gets others; should one die, what it took is
 * due again after.
 */
export async function claimDeliveries(limit: number, seconds: number): Promise<ClaimedDelivery[]> {
  const { rows } = await pool().query<ClaimedDelivery>(
    `WITH due AS MATERIALIZED (
       SELECT d.id FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
        WHERE d.state = 'waiting' AND d.next_at <= now() AND w.is_on
          AND (d.claimed_until IS NULL OR d.claimed_until < now())
        ORDER BY d.next_at LIMIT $1 FOR UPDATE OF d SKIP LOCKED)
     UPDATE webhook_delivery d
        SET attempts = d.attempts + 1, claimed_until = now() + make_interval(secs => $2), last_at = now()
       FROM due, webhook w
      WHERE d.id = due.id AND w.id = d.webhook_id
      RETURNING d.id, d.message, d.attempts, w.id AS "webhookId", w.url, w.sealed_secret AS "sealedSecret",
        CASE WHEN w.old_secret_until > now() THEN w.old_sealed_secret END AS "oldSealedSecret"`,
    [limit, seconds],
  )
  return rows
}

export interface Outcome {
  readonly state: Delivery['state']
  /** Seconds from now until it is tried again. */
  readonly wait: number
  readonly status: number | null
  readonly answer: string
  readonly ms: number
}

/** Gives back what was claimed, unless somebody else holds it by now. */
export async function settleDelivery(
  { id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>,
  { state, wait, status, answer, ms }: Outcome,
): Promise<void> {
  await pool().query(
    `UPDATE webhook_delivery
        SET state = $3, claimed_until = NULL, next_at = now() + make_interval(secs => $4), last_status = $5,
            last_answer = $6, last_ms = $7
      WHERE id = $1 AND attempts = $2 AND claimed_until IS NOT NULL`,
    [id, attempts, state, wait, status, answer, ms],
  )
}

/** Makes it due. @returns null where there is none, `under-way` where it is being sent at this moment */
export async function makeDue(webhookId: string, id: string): Promise<Delivery | 'under-way' | null> {
  const free = { OR: [{ claimedUntil: null }, { claimedUntil: { lt: new Date() } }] }
  const { count } = await prisma().webhookDelivery.updateMany({
    where: { id, webhookId, ...free },
    data: { state: 'waiting', nextAt: new Date(), claimedUntil: null },
  })
  const row = await prisma().webhookDelivery.findFirst({ where: { id, webhookId } })
  if (!row) return null
  return count === 0 ? 'under-way' : toDelivery(row)
}

/** Forgets what ended long ago. */
export async function deleteOldDeliveries(days: number): Promise<void> {
  await pool().query(
    `DELETE FROM webhook_delivery WHERE state <> 'waiting' AND created_at < now() - make_interval(days => $1)`,
    [days],
  )
}
