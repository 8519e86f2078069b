import type { Builder } from '../simulation'
import type { Card, Customer, Product, StockItem } from '../world'
import { address, day, money } from './values'

/** Full states for the events of an entity; what the last one adds is given by its flow. */
export const cardState =
  (card: Card, extra: { reason?: string } = {}): Builder =>
  () => ({
    card_id: card.id,
    customer_id: card.customer.id,
    card_holder: card.customer.fullName.toUpperCase().slice(0, 60),
    last4: card.last4,
    status: card.status,
    limit: money(card.limit * 100),
    valid_until: day(card.validUntil),
    virtual: card.virtual,
    ...extra,
  })

export const customerState =
  (customer: Customer, extra: { closed_by?: string } = {}): Builder =>
  ({ since }) => ({
    customer_id: customer.id,
    name: { full: customer.fullName, short: customer.shortName },
    email: customer.email,
    ...(since('4.0.0') ? { email_verified: customer.emailVerified } : { born_on: '1985-05-17' }),
    ...(customer.phone === null ? {} : { phone: customer.phone }),
    address: address(customer),
    locale: customer.home.locale,
    tier: customer.tier,
    ...extra,
  })

export const productState =
  (product: Product): Builder =>
  () => ({
    sku: product.sku,
    name: product.name,
    description: product.text,
    category: product.category,
    price: money(product.cents),
    images: Array.from({ length: product.pictures }, (_, i) => ({
      url: `https://img.harbourpine.example/${product.sku.toLowerCase()}-${'abc'[i]}.jpg`,
      alt: i === 0 ? product.name : `${product.name}, seen from another side`,
    })),
    on_sale_from: day(product.onSaleFrom),
  })

export const stockItemState =
  (item: StockItem): Builder =>
  () => ({
    stock_item_id: `${item.warehouse}/${item.product.sku}`,
    sku: item.product.sku,
    warehouse: item.warehouse,
    shelf: item.shelf,
    on_hand: item.onHand,
    reserved: item.reserved,
    available: item.onHand - item.reserved,
    reorder_point: item.reorderPoint,
  })
