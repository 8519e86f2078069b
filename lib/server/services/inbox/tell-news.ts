import 'server-only'
import { randomUUID } from 'node:crypto'
import { hears, writeNews, type News } from '@/lib/domain/news/news'
import type { Transaction } from '@/lib/server/database/connection'
import { ownAddress } from '@/lib/server/delivery/own-address'
import { insertDeliveries } from '@/lib/server/stores/delivery-store'
import { insertNews, type NewNews } from '@/lib/server/stores/news-store'
import { listHearingWebhooks } from '@/lib/server/stores/webhook-store'

/** As long as a sentence or two: the rest is read where the news leads. */
const MAX_REASON = 500

interface Happened extends Pick<NewNews, 'kind' | 'eventType' | 'owner' | 'by' | 'at'> {
  readonly version?: string | null
  readonly proposal?: string | null
  readonly isBreaking?: boolean
  readonly reason?: string
  readonly successor?: string | null
  readonly retiresOn?: string | null
}

/**
 * Writes what happened, for feeds, and lays it out for every webhook that wants to hear it, in the transaction that does
 * it. What an import brings in has happened long ago and is in feeds alone.
 */
export async function tellNews(
  transaction: Transaction,
  {
    version = null,
    proposal = null,
    isBreaking = false,
    reason = '',
    successor = null,
    retiresOn = null,
    ...rest
  }: Happened,
): Promise<void> {
  const news = await insertNews(transaction, {
    ...rest,
    id: randomUUID(),
    version,
    proposal,
    isBreaking,
    successor,
    retiresOn,
    reason: reason.slice(0, MAX_REASON),
  })
  if (rest.at !== undefined) return
  const webhooks = await listHearingWebhooks(transaction)
  const hearing = webhooks.filter(({ kinds, owner, event_type }) =>
    hears({ kinds, owner, eventType: event_type }, news),
  )
  if (hearing.length === 0) return
  const message = writeNews(news, ownAddress())
  await insertDeliveries(
    transaction,
    hearing.map(({ id }) => ({
      id: `msg_${randomUUID()}`,
      webhookId: id,
      kind: news.kind,
      subject: subjectOf(news),
      message,
    })),
  )
}

function subjectOf({ eventType, version }: News): string {
  return version === null ? eventType : `${eventType} ${version}`
}
