import type { Builder } from '../simulation'
import type { Warehouse } from '../population'
import type { StockItem } from '../world'
import type { Cart, Order } from './order-data'
import { day, instant } from './values'

export interface Picking {
  readonly order: Order
  readonly pickListId: string
  readonly warehouse: Warehouse
}

export interface Purchase {
  readonly id: string
  readonly item: StockItem
  readonly pieces: number
}

export const stockReserved =
  ({ id, cart, customer }: Order): Builder =>
  ({ at, random }) => ({
    order_id: id,
    warehouse: customer.home.warehouse,
    lines: cart.lines.map(({ product, quantity }) => ({ sku: product.sku, quantity })),
    ...(random.chance(0.9) ? { expires_at: instant(at + 48 * 3_600_000) } : {}),
  })

export const stockRanOut =
  (order: Order, line: Cart['lines'][number]): Builder =>
  () => ({ order_id: order.id, sku: line.product.sku, wanted: line.quantity, available: 0 })

export const stockRanLow =
  (item: StockItem): Builder =>
  () => ({
    sku: item.product.sku,
    warehouse: item.warehouse,
    available: Math.max(0, item.onHand - item.reserved),
    reorder_point: item.reorderPoint,
  })

export const replenishmentOrdered =
  ({ id, item, pieces }: Purchase): Builder =>
  ({ at, random }) => ({
    purchase_id: id,
    sku: item.product.sku,
    warehouse: item.warehouse,
    pieces,
    supplier: random.pick(['Furulund Trä', 'Keramik Oost', 'Nordvæv', 'Hart & Sons']),
    expected_on: day(at + 5 * 86_400_000),
  })

export const deliveryArrived =
  ({ id, item }: Purchase, deliveryId: string, counted: number, isComplete: boolean): Builder =>
  () => ({
    delivery_id: deliveryId,
    purchase_id: id,
    sku: item.product.sku,
    warehouse: item.warehouse,
    pieces: counted,
    complete: isComplete,
  })

export const itemPutAway =
  (deliveryId: string, item: StockItem, pieces: number): Builder =>
  () => ({
    delivery_id: deliveryId,
    sku: item.product.sku,
    warehouse: item.warehouse,
    shelf: item.shelf,
    pieces,
  })

export const pickListPrinted =
  ({ order, pickListId, warehouse }: Picking): Builder =>
  () => ({ pick_list_id: pickListId, order_id: order.id, warehouse, lines: order.cart.lines.length })

export const itemPicked =
  ({ pickListId }: Picking, line: Cart['lines'][number], shelf: string | undefined): Builder =>
  ({ random }) => ({
    pick_list_id: pickListId,
    sku: line.product.sku,
    quantity: line.quantity,
    picked_by: random.chance(0.7)
      ? `robot-${String(random.whole(1, 24)).padStart(2, '0')}`
      : random.pick(['kim', 'oskar', 'wies', 'amy']),
    ...(shelf === undefined ? {} : { shelf }),
  })

export const parcelPacked =
  ({ order, pickListId }: Picking, parcelId: string): Builder =>
  ({ random }) => ({
    parcel_id: parcelId,
    order_id: order.id,
    pick_list_id: pickListId,
    weight_g: random.whole(180, 24_000),
    size_mm: {
      length: random.whole(300, 1200),
      width: random.whole(200, 600),
      height: random.whole(60, 4000) / 10,
    },
  })
