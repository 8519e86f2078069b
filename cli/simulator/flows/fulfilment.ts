import type { Order } from '../data/order-data'
import { stockItemState } from '../data/entity-states'
import type { Parcel } from '../data/shipping-data'
import { itemPicked, parcelPacked, pickListPrinted, type Picking } from '../data/warehouse-data'
import { hours, minutes, seconds } from '../delays'
import type { Happened, Simulation } from '../simulation'
import { shipParcel } from './delivery'

/** From the pick list to the closed parcel: one line after the other, then the packing table. */
export function pickOrder(sim: Simulation, order: Order, confirmed: Happened): void {
  const { world } = sim
  const picking: Picking = {
    order,
    pickListId: `PL-${world.next('pick-list', sim.now, 1_000)}`,
    warehouse: order.customer.home.warehouse,
  }
  sim.follow(confirmed, 'PickListPrinted', hours(1.5, 9), pickListPrinted(picking), (printed) => {
    for (const line of order.cart.lines) pickLine(sim, picking, line, printed)
    sim.follow(
      printed,
      'ParcelPacked',
      minutes(25, 80),
      parcelPacked(picking, `P-${order.id}-1`),
      (packed) => {
        const parcel: Parcel = {
          id: `P-${order.id}-1`,
          order,
          carrier: sim.random.weighted([
            ['nordpost', 5],
            ['blitz', 3],
            ['royal-parcels', 2],
            ['cargonaut', 1],
          ] as const),
          tracking: `${sim.random.code(2)}${world.next('tracking', sim.now, 10)}${order.customer.home.code}`,
        }
        shipParcel(sim, parcel, packed)
      },
    )
  })
}

function pickLine(
  sim: Simulation,
  picking: Picking,
  line: Order['cart']['lines'][number],
  printed: Happened,
): void {
  const item = sim.world.stockOf(line.product, picking.warehouse)
  sim.follow(printed, 'ItemPicked', minutes(7, 20), itemPicked(picking, line, item?.shelf), (picked) => {
    if (!item) return
    item.onHand -= Math.min(line.quantity, item.onHand)
    item.reserved -= Math.min(line.quantity, item.reserved)
    sim.follow(picked, 'StockItemUpdated', seconds(1, 3), stockItemState(item))
  })
}
