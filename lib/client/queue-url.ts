import { createLoader, parseAsString, parseAsStringLiteral, type inferParserType } from 'nuqs/server'
import type { DraftQuery } from '@/lib/contracts/draft'
import { isIdentifier } from '@/lib/domain/envelope/identifier'
import { QUEUES, QUEUE_SORTS, usualSort, type Queue, type QueueSort } from '@/lib/domain/review/queue'

/** The queue of proposals as its address: which part of it, whose, of which domain, in which order. */
export const queueParsers = {
  queue: parseAsStringLiteral(QUEUES).withDefault('open'),
  /** Slugs. */
  owner: parseAsString,
  domain: parseAsString,
  /** Null: as `usualSort` has it. */
  sort: parseAsStringLiteral(QUEUE_SORTS),
}

export const loadQueueState = createLoader(queueParsers)
type QueueState = inferParserType<typeof queueParsers>
export type QueueFilter = Pick<DraftQuery, 'owner' | 'domain'> & { queue: Queue; sort: QueueSort }

/** What is asked for; what no slug can be is left out. */
export function queueFilter({ queue, owner, domain, sort }: QueueState): QueueFilter {
  return {
    queue,
    owner: owner !== null && isIdentifier(owner) ? owner : undefined,
    domain: domain !== null && isIdentifier(domain) ? domain : undefined,
    sort: sort ?? usualSort(queue),
  }
}
