/** What is said of a version, or of a whole event type, about whether it is still to be used. */
export interface Leaving {
  readonly status: string
  /** Empty where nobody said why. */
  readonly status_reason: string
  /** What to go to: another version's label, or another event type's name. */
  readonly successor: string | null
  /** The day until which a deprecated one is to be relied on, or on which it was retired: `2026-08-06`. */
  readonly retires_on: string | null
}

/** Whether it is on its way out, or out already. */
export function isLeft(status: string): boolean {
  return status === 'deprecated' || status === 'retired'
}

/** Whether those who consume it have to hear of the change: that it goes, by when and for what; not better words for why. */
export function isNewToConsumers(before: Leaving, after: Leaving): boolean {
  return (
    isLeft(after.status) &&
    (after.status !== before.status ||
      after.successor !== before.successor ||
      after.retires_on !== before.retires_on)
  )
}

/** In a sentence or two, where there are no links: `Go to 1.1.0. Until 2027-03-01. It does not say which crate.` */
export function leavingWords({ status, status_reason, successor, retires_on }: Leaving): string {
  return [
    successor === null ? '' : `Go to ${successor}.`,
    retires_on === null ? '' : `${status === 'retired' ? 'Since' : 'Until'} ${retires_on}.`,
    status_reason,
  ]
    .filter((part) => part.trim() !== '')
    .join(' ')
}

/**
 * What to go to instead, the next first, and what comes instead of that where it is left itself.
 * @param successorOf the successor of each, null where it has none; circles end where they close
 */
export function wayFrom(name: string, successorOf: (name: string) => string | null): string[] {
  const way: string[] = []
  for (let next = successorOf(name); next !== null && next !== name; next = successorOf(next)) {
    if (way.includes(next)) break
    way.push(next)
  }
  return way
}
