import 'server-only'
import type { Webhook } from '@/lib/contracts/webhook'
import type { NewsKind } from '@/lib/domain/news/news'
import { prisma, type Transaction } from '@/lib/server/database/connection'
import { recordDeed, type Deed } from './audit-store'

type WebhookRow = Awaited<ReturnType<ReturnType<typeof prisma>['webhook']['findFirstOrThrow']>>

function toWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    kinds: row.kinds as NewsKind[],
    owner: row.owner,
    event_type: row.eventType,
    on: row.isOn,
    off_reason: row.offReason,
    failing_since: row.failingSince?.toISOString() ?? null,
    old_secret_until:
      row.oldSecretUntil && row.oldSecretUntil > new Date() ? row.oldSecretUntil.toISOString() : null,
    created_at: row.createdAt.toISOString(),
  }
}

/** Oldest first. There are a handful of them. */
export async function listWebhooks(): Promise<Webhook[]> {
  return (await prisma().webhook.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(toWebhook)
}

/** Those that hear anything now, inside of what they may hear of. */
export async function listHearingWebhooks(transaction: Transaction): Promise<Webhook[]> {
  return (await transaction.webhook.findMany({ where: { isOn: true } })).map(toWebhook)
}

export async function findWebhook(id: string): Promise<Webhook | null> {
  const row = await prisma().webhook.findUnique({ where: { id } })
  return row && toWebhook(row)
}

export interface WebhookWrite {
  readonly name?: string
  readonly url?: string
  readonly kinds?: string[]
  readonly owner?: string | null
  readonly eventType?: string | null
  readonly isOn?: boolean
  readonly offReason?: string
  readonly failingSince?: Date | null
}

export async function insertWebhook(
  row: Required<Pick<WebhookWrite, 'name' | 'url' | 'kinds' | 'owner' | 'eventType'>> & {
    id: string
    sealedSecret: string
  },
  deed: Deed,
): Promise<void> {
  await prisma().$transaction(async (transaction) => {
    await transaction.webhook.create({ data: row })
    await recordDeed(transaction, deed)
  })
}

/** Whether there was one. */
export async function updateWebhookRow(id: string, data: WebhookWrite, deed: Deed): Promise<boolean> {
  return prisma().$transaction(async (transaction) => {
    const { count } = await transaction.webhook.updateMany({ where: { id }, data })
    if (count > 0) await recordDeed(transaction, deed)
    return count > 0
  })
}

/** With what was sent to it. */
export async function deleteWebhook(id: string, deed: Deed): Promise<boolean> {
  return prisma().$transaction(async (transaction) => {
    const { count } = await transaction.webhook.deleteMany({ where: { id } })
    if (count > 0) await recordDeed(transaction, deed)
    return count > 0
  })
}

/** It works. */
export async function noteSuccess(id: string): Promise<void> {
  await prisma().webhook.updateMany({
    where: { id, failingSince: { not: null } },
    data: { failingSince: null },
  })
}

/** The first failure after a success counts. @returns since when it fails; null where it is gone */
export async function noteFailure(id: string, now: Date): Promise<Date | null> {
  await prisma().webhook.updateMany({ where: { id, failingSince: null }, data: { failingSince: now } })
  const row = await prisma().webhook.findUnique({ where: { id }, select: { failingSince: true } })
  return row?.failingSince ?? null
}

/** By itself, and not by a person. @returns whether it was on */
export async function switchOff(transaction: Transaction, id: string, reason: string): Promise<boolean> {
  const { count } = await transaction.webhook.updateMany({
    where: { id, isOn: true },
    data: { isOn: false, offReason: reason },
  })
  return count > 0
}

/** @param oldUntil until when the secret so far signs as well; null: not from now on. @returns whether there was one */
export async function replaceSecret(
  id: string,
  sealedSecret: string,
  oldUntil: Date | null,
  deed: Deed,
): Promise<boolean> {
  return prisma().$transaction(async (transaction) => {
    const before = await transaction.webhook.findUnique({ where: { id }, select: { sealedSecret: true } })
    if (!before) return false
    const old = { oldSealedSecret: oldUntil && before.sealedSecret, oldSecretUntil: oldUntil }
    await transaction.webhook.update({ where: { id }, data: { sealedSecret, ...old } })
    await recordDeed(transaction, deed)
    return true
  })
}
