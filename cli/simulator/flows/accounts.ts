import { cardState, customerState } from '../data/entity-states'
import { instant } from '../data/values'
import { hours, minutes, seconds } from '../delays'
import type { Happened, Make, Simulation } from '../simulation'
import type { Customer } from '../world'
import { orderCard } from './cards'

/** Somebody becomes a customer, proves their mail address, agrees to letters, and perhaps wants a card. */
export function register(sim: Simulation): void {
  const { random, world } = sim
  const customer = world.addCustomer()
  const created = sim.emit('CustomerCreated', customerState(customer))
  const verified = ({ at }: Make) => ({
    customer_id: customer.id,
    email: customer.email,
    verified_at: instant(at),
  })
  sim.follow(created, 'EmailVerified', minutes(4, 120), verified, (event) => {
    customer.emailVerified = true
    sim.follow(event, 'CustomerUpdated', seconds(1, 5), customerState(customer))
    if (random.chance(0.25)) orderCard(sim, customer, event)
  })
  if (random.chance(0.55)) sim.follow(created, 'ConsentGiven', minutes(1, 8), consent(customer))
}

const consent =
  (customer: Customer) =>
  ({ random }: Make) => ({
    customer_id: customer.id,
    purposes: ['newsletter', 'statistics', 'recommendations'].slice(0, random.whole(1, 3)),
    text_version: '2025-10',
  })

/** A visit: signing in, sometimes after the password was forgotten, sometimes with a look at a banner. */
export function signIn(sim: Simulation): void {
  const { random } = sim
  const customer = random.pick(sim.world.customers)
  if (random.chance(0.04)) {
    const channel = random.pick(['email', 'phone'])
    const reset = sim.emit('PasswordReset', ({ at }) => ({
      customer_id: customer.id,
      requested_at: instant(at - 240_000),
      channel,
    }))
    sim.follow(reset, 'CustomerSignedIn', minutes(1, 5), session(customer))
    return
  }
  const signedIn = sim.emit('CustomerSignedIn', session(customer))
  if (random.chance(0.2)) clickBanner(sim, customer, signedIn)
}

const session =
  (customer: Customer) =>
  ({ random }: Make) => ({
    customer_id: customer.id,
    session_id: `ses_${random.code(10)}`,
    method: random.weighted([
      ['password', 5],
      ['passkey', 4],
      ['link', 1],
    ] as const),
    ip: random.chance(0.1) ? null : `198.51.100.${random.whole(1, 254)}`,
    device: random.pick(['Firefox on Linux', 'Safari on iOS', 'Chrome on Android', 'Edge on Windows']),
  })

function clickBanner(sim: Simulation, customer: Customer, signedIn: Happened): void {
  sim.follow(signedIn, 'BannerClicked', seconds(20, 120), ({ random }) => ({
    banner: random.pick(['hero-oak', 'winter-wool', 'card-offer']),
    variant: random.pick(['a', 'b']),
    ...(random.chance(0.7) ? { customer_id: customer.id } : {}),
  }))
}

/** A customer moves house, or closes the account. */
export function changeAccount(sim: Simulation): void {
  const { random, world } = sim
  const customer = random.pick(world.customers)
  if (random.chance(0.85) || world.customers.length < 20) {
    customer.street = `${random.pick(['Nya gatan', 'Kirchweg', 'Molenpad', 'Station Road'])} ${random.whole(1, 90)}`
    sim.emit('CustomerUpdated', customerState(customer))
    return
  }
  world.removeCustomer(customer)
  const closed = sim.emit(
    'CustomerDeleted',
    customerState(customer, { closed_by: random.pick(['customer', 'support', 'inactivity']) }),
  )
  for (const card of customer.cards)
    sim.follow(closed, 'CardDeleted', hours(10, 30), cardState(card, { reason: 'erasure-request' }))
}
