import type { Receipt } from '@/lib/contracts/event'

/** What the server answered, counted. */
export type Tally = Record<Receipt['status'], number>

const order = ['accepted', 'duplicate', 'conflict', 'invalid', 'quarantined'] as const

export function emptyTally(): Tally {
  return { accepted: 0, duplicate: 0, conflict: 0, invalid: 0, quarantined: 0 }
}

/** Adds receipts to a tally, in place: it is called once a batch for as long as the stream runs. */
export function tally(total: Tally, receipts: readonly Receipt[]): void {
  for (const { status } of receipts) total[status]++
}

/** `19,412 accepted, 240 duplicate, 31 conflict, 160 invalid, 42 quarantined` */
export function sentenceOf(total: Tally): string {
  return order.map((status) => `${total[status].toLocaleString('en')} ${status}`).join(', ')
}
