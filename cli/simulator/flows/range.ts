import { productState, stockItemState } from '../data/entity-states'
import { money } from '../data/values'
import { minutes, seconds } from '../delays'
import type { Simulation } from '../simulation'

/** The range changes: a text, a price, a new article, one that goes. */
export function changeRange(sim: Simulation): void {
  const change = sim.random.weighted([
    [lowerPrice, 4],
    [describe, 4],
    [addArticle, 2],
    [removeArticle, 1],
  ] as const)
  change(sim)
}

function describe(sim: Simulation): void {
  sim.emit('ProductUpdated', productState(sim.random.pick(sim.world.products)))
}

function lowerPrice(sim: Simulation): void {
  const product = sim.random.pick(sim.world.products)
  const before = product.cents
  const percent = sim.random.pick([5, 10, 15, 20, 30])
  product.cents = Math.max(100, Math.round(before * (1 - percent / 100)))
  const after = product.cents
  const lowered = sim.emit('PriceLowered', () => ({
    sku: product.sku,
    before: money(before),
    after: money(after),
    percent,
  }))
  sim.follow(lowered, 'ProductUpdated', seconds(3, 15), productState(product))
}

function addArticle(sim: Simulation): void {
  const product = sim.world.addProduct(sim.now + 3 * 86_400_000)
  const created = sim.emit('ProductCreated', productState(product))
  for (const item of sim.world.stock.filter((one) => one.product === product)) {
    sim.follow(created, 'StockItemCreated', minutes(3, 30), stockItemState(item))
  }
}

function removeArticle(sim: Simulation): void {
  if (sim.world.products.length < 40) return
  const product = sim.random.pick(sim.world.products)
  const deleted = sim.emit('ProductDeleted', productState(product))
  for (const item of sim.world.removeProduct(product)) {
    sim.follow(deleted, 'StockItemDeleted', minutes(10, 90), stockItemState(item))
  }
}
