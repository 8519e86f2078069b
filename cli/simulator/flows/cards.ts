import { cardState } from '../data/entity-states'
import { day } from '../data/values'
import { days, minutes, seconds } from '../delays'
import type { Happened, Make, Simulation } from '../simulation'
import type { Card, Customer } from '../world'
import { earnPoints } from './loyalty'
import { openTicket } from './tickets'

const DAY_MS = 86_400_000

/** A card is made, sent, and activated with its code. */
export function orderCard(sim: Simulation, customer: Customer, cause: Happened): void {
  sim.after(minutes(3, 20), () => {
    const card = sim.world.addCard(customer, sim.now + 3 * 365 * DAY_MS)
    activate(sim, card, sim.emit('CardCreated', cardState(card), cause))
  })
}

function activate(sim: Simulation, card: Card, created: Happened): void {
  const { customer } = card
  if (!sim.random.chance(0.85)) return
  const activated = ({ random }: Make) => ({
    card_id: card.id,
    customer_id: customer.id,
    channel: random.pick(['app', 'phone', 'web']),
  })
  sim.follow(created, 'CardActivated', card.virtual ? minutes(2, 60) : days(4, 8), activated, (event) => {
    card.status = 'active'
    sim.follow(event, 'CardUpdated', seconds(1, 4), cardState(card))
    earnPoints(sim, customer, 250, 'card', event)
  })
}

function someCard(sim: Simulation): Card | null {
  const { random, world } = sim
  for (let tries = 0; tries < 8; tries++) {
    const card = random.pick(world.customers).cards.find(({ status }) => status === 'active')
    if (card) return card
  }
  return null
}

/** The nightly run meets a card at the end of its time: renewed in time, or expired. */
export function endCard(sim: Simulation): void {
  const card = someCard(sim)
  if (!card) return
  const { customer } = card
  const isRenewed = sim.random.chance(0.5)
  if (isRenewed) {
    const successor = sim.world.addCard(customer, sim.now + 3 * 365 * DAY_MS)
    const renewed = () => ({
      card_id: card.id,
      customer_id: customer.id,
      successor_id: successor.id,
      valid_for_months: 36,
    })
    sim.follow(
      sim.emit('CardRenewed', renewed),
      'CardCreated',
      minutes(5, 40),
      cardState(successor),
      (created) => activate(sim, successor, created),
    )
    return
  }
  const expired = ({ at, since, random }: Make) => ({
    card_id: card.id,
    customer_id: customer.id,
    expired_on: since('1.2.0') ? day(at - DAY_MS) : new Date(at - (at % DAY_MS)).toISOString(),
    renewal: random.weighted([
      ['not-asked', 5],
      ['refused', 1],
      ['ordered', 2],
    ] as const),
  })
  card.status = 'expired'
  const event = sim.emit('CardExpired', expired)
  sim.follow(event, 'CardUpdated', seconds(2, 12), cardState(card))
  if (sim.random.chance(0.15)) openTicket(sim, event, customer, 'account', null)
}

/** A card is lost, stolen or tried with wrong codes; or its limit is raised. */
export function changeCard(sim: Simulation): void {
  const card = someCard(sim)
  if (!card) return
  const { customer } = card
  if (sim.random.chance(0.6)) {
    card.limit = Math.min(card.limit + 1000, 25_000)
    sim.emit('CardUpdated', cardState(card))
    return
  }
  const blocked = ({ random }: Make) => ({
    card_id: card.id,
    customer_id: customer.id,
    reason: random.pick(['lost', 'stolen', 'wrong-code', 'fraud-suspected']),
    ...(random.chance(0.4) ? { comment: random.pick(['left in a taxi', 'gone with the bag', null]) } : {}),
  })
  card.status = 'blocked'
  const event = sim.emit('CardBlocked', blocked)
  sim.follow(event, 'CardUpdated', seconds(1, 4), cardState(card))
  if (sim.random.chance(0.6)) orderCard(sim, customer, event)
  if (sim.random.chance(0.3)) openTicket(sim, event, customer, 'account', null)
}
