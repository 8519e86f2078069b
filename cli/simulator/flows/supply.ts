import { stockItemState } from '../data/entity-states'
import {
  deliveryArrived,
  itemPutAway,
  replenishmentOrdered,
  stockRanLow,
  type Purchase,
} from '../data/warehouse-data'
import { days, hours, minutes, seconds } from '../delays'
import type { Happened, Simulation } from '../simulation'
import type { StockItem } from '../world'

/** Where stock fell below its reorder point, more is ordered, arrives, and is put away box by box. */
export function replenish(sim: Simulation, item: StockItem, updated: Happened): void {
  if (item.awaited || item.onHand - item.reserved >= item.reorderPoint) return
  item.awaited = true
  const { world, random } = sim
  const purchase: Purchase = {
    id: `PO-${world.next('purchase', sim.now, 10_000)}`,
    item,
    pieces: random.whole(4, 10) * boxSize(sim),
  }
  sim.follow(updated, 'StockRanLow', seconds(5, 30), stockRanLow(item), (low) => {
    sim.follow(low, 'ReplenishmentOrdered', minutes(40, 300), replenishmentOrdered(purchase), (ordered) =>
      receive(sim, purchase, ordered),
    )
  })
}

function receive(sim: Simulation, purchase: Purchase, ordered: Happened): void {
  const { item, pieces } = purchase
  const deliveryId = `DL-${sim.world.next('delivery', sim.now, 10_000)}`
  const isComplete = sim.random.chance(0.9)
  const size = boxSize(sim)
  const boxes = Math.floor((isComplete ? pieces : pieces / 2) / size)
  sim.follow(
    ordered,
    'DeliveryArrived',
    days(2.5, 6),
    deliveryArrived(purchase, deliveryId, boxes * size, isComplete),
    (arrived) => {
      item.awaited = false
      for (let box = 0; box < boxes; box++) {
        sim.follow(arrived, 'ItemPutAway', hours(1, 5), itemPutAway(deliveryId, item, size), (stored) => {
          item.onHand += size
          sim.follow(stored, 'StockItemUpdated', seconds(1, 4), stockItemState(item))
        })
      }
    },
  )
}

/** Pieces in a box. */
const boxSize = (sim: Simulation) => 40 * sim.world.scale
