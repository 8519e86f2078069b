import { day, money } from '../data/values'
import { minutes, seconds } from '../delays'
import type { Make, Simulation } from '../simulation'

const sections = ['Sales by country', 'Returns', 'Open invoices', 'Stock by hall', 'Chargebacks']

/** A report is asked for, by its schedule or by somebody who cannot wait, and filled section by section. */
export function report(sim: Simulation): void {
  const { random } = sim
  const template = random.pick(['vat', 'daily-sales', 'stock-value', 'card-risk'])
  const period = day(sim.now).slice(0, template === 'vat' ? 7 : 10)
  const reportId = `rep_${period}_${template}_${random.code(4)}`
  const requested = sim.emit('ReportRequested', () => ({
    report_id: reportId,
    template,
    period,
    requested_by: random.pick(['schedule', 'schedule', 'person']),
  }))
  sim.follow(requested, 'ReportFilled', minutes(6, 45), () => {
    const filled = sections
      .slice(0, random.whole(1, 5))
      .map((title) => ({ title, rows: random.whole(3, 900) }))
    return {
      report_id: reportId,
      period,
      rows: filled.reduce((sum, { rows }) => sum + rows, 0),
      sections: filled,
    }
  })
}

/** A provider pays out. */
export function payOut(sim: Simulation): void {
  const provider = sim.random.pick(['adyra', 'bankgate', 'swiftly', 'own-card'])
  sim.emit('PayoutSettled', ({ at, random }: Make) => {
    const cents = random.whole(400_000, 9_000_000)
    return {
      payout_id: `po_${day(at).replaceAll('-', '')}_${provider}_${random.code(3)}`,
      provider,
      payments: Math.round(cents / 9_000),
      net: money(cents),
      fee: money(Math.round(cents * 0.008)),
    }
  })
}

/** A campaign begins and its letters go out, one event a customer: the widest fan-out of the company. */
export function startCampaign(sim: Simulation): void {
  const { random, world } = sim
  const title = random.pick([
    'Spring is here',
    'A week of oak',
    'Wool for the long evenings',
    'Lamps at half price',
  ])
  const campaignId = `${title.split(' ').at(-1)!.toLowerCase()}-${day(sim.now)}-${random.code(3)}`
  const recipients = random.whole(12, 60)
  const started = sim.emit('CampaignStarted', ({ at }) => ({
    campaign_id: campaignId,
    title,
    ...(random.chance(0.6) ? { coupon_code: random.pick(['SPRING10', 'OAKWEEK']) } : {}),
    ends_on: day(at + 14 * 86_400_000),
    recipients,
  }))
  for (let i = 0; i < recipients; i++) {
    const customer = random.pick(world.customers)
    sim.follow(started, 'NewsletterSent', seconds(90, 900), () => ({
      campaign_id: campaignId,
      customer_id: customer.id,
      subject: title,
    }))
  }
}
