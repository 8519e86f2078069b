import type { Random } from './random'

interface Rollout {
  before: string
  after: string
  /** Days before the end of the history on which producers begin, and have finished, to move. */
  from: number
  to: number
  /** Share of messages that stay with the old version for good: somebody always lags behind. */
  lagging: number
}

/** Event types whose producers change version while we look; all others state their latest version. */
export const rollouts: Readonly<Record<string, Rollout>> = {
  OrderPlaced: { before: '3.0.0', after: '3.1.0', from: 18, to: 11, lagging: 0.06 },
  PaymentAuthorised: { before: '2.0.0', after: '2.1.0', from: 11, to: 4, lagging: 0.1 },
  PaymentCaptured: { before: '2.2.0', after: '2.3.0', from: 29, to: 22, lagging: 0.02 },
  CardExpired: { before: '1.1.0', after: '1.2.0', from: 24, to: 20, lagging: 0 },
  CustomerCreated: { before: '3.1.0', after: '4.0.0', from: 16, to: 15, lagging: 0.03 },
  CustomerUpdated: { before: '3.1.0', after: '4.0.0', from: 16, to: 9, lagging: 0.08 },
  CustomerDeleted: { before: '3.1.0', after: '4.0.0', from: 16, to: 15, lagging: 0 },
  ItemPicked: { before: '3', after: '4', from: 14, to: 6, lagging: 0.15 },
  ParcelDelivered: { before: '2.1.0', after: '2.2.0', from: 8, to: -3, lagging: 0.05 },
  TicketEscalated: { before: '1.1.0', after: '2.0.0', from: 30, to: 20, lagging: 0.1 },
}

const DAY_MS = 86_400_000

/** The version a producer states at a moment; `latest` where the type is not moving. */
export function versionAt(type: string, latest: string, at: number, end: number, random: Random): string {
  const rollout = rollouts[type]
  if (!rollout) return latest
  const { before, after, from, to, lagging } = rollout
  const moved = (from - (end - at) / DAY_MS) / (from - to)
  return random.chance(Math.min(Math.max(moved, 0), 1) * (1 - lagging)) ? after : before
}
