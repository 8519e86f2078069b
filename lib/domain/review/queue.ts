/** Parts of what is being written and reviewed, as seen by whoever asks. */
export const QUEUES = ['waiting', 'mine', 'open', 'ended'] as const
export type Queue = (typeof QUEUES)[number]

/** By how long they wait. */
export const QUEUE_SORTS = ['oldest', 'newest'] as const
export type QueueSort = (typeof QUEUE_SORTS)[number]

/** Where it waits for oneself, what waits longest comes first; elsewhere what moved last. */
export function usualSort(queue: Queue): QueueSort {
  return queue === 'waiting' ? 'oldest' : 'newest'
}
