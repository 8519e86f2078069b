import { parseAsString, parseAsStringLiteral } from 'nuqs'

export const QUEUES = ['waiting', 'mine', 'all', 'ended'] as const
export type Queue = (typeof QUEUES)[number]

/** The queue of proposals as its address: which part of it, of which domain. */
export const queueParsers = {
  queue: parseAsStringLiteral(QUEUES).withDefault('all'),
  domain: parseAsString,
}
