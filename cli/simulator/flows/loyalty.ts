import { day } from '../data/values'
import { customerState } from '../data/entity-states'
import { minutes, seconds } from '../delays'
import type { Happened, Simulation } from '../simulation'
import type { Customer } from '../world'

const tiers = [
  ['walnut', 8000],
  ['oak', 3000],
  ['pine', 0],
] as const

/** Points for an order or a card; enough of them lift the customer into the next tier. */
export function earnPoints(
  sim: Simulation,
  customer: Customer,
  earned: number,
  reason: 'order' | 'card',
  cause: Happened,
): void {
  const points = Math.min(Math.max(earned, 1), 10_000)
  sim.after(minutes(5, 30), () => {
    customer.points += points
    const build = ({ at }: { at: number }) => ({
      customer_id: customer.id,
      points,
      balance: customer.points,
      for: reason,
      expire_on: day(at + 730 * 86_400_000),
    })
    const event = sim.emit('LoyaltyPointsEarned', build, cause)
    const tier = tiers.find(([, least]) => customer.points >= least)?.[0] ?? 'pine'
    if (tier === customer.tier) return
    customer.tier = tier
    sim.follow(event, 'CustomerUpdated', seconds(3, 20), customerState(customer))
  })
}
