import {
  countries,
  familyNames,
  finishes,
  givenNames,
  streets,
  things,
  warehouses,
  type Country,
  type Warehouse,
} from './population'
import type { Random } from './random'

/** People, cards, articles and stock that outlive one flow: the same ones come again, in their state of the moment. */
export interface Customer {
  readonly id: string
  fullName: string
  readonly shortName: string
  email: string
  emailVerified: boolean
  phone: string | null
  readonly home: Country
  street: string
  tier: 'pine' | 'oak' | 'walnut'
  points: number
  cards: Card[]
}

export interface Card {
  readonly id: string
  readonly customer: Customer
  readonly last4: string
  status: 'ordered' | 'active' | 'blocked' | 'expired'
  limit: number
  readonly validUntil: number
  readonly virtual: boolean
}

export interface Product {
  readonly sku: string
  readonly name: string
  readonly category: string
  readonly text: string
  /** Price in cents of euro. */
  cents: number
  readonly pictures: number
  readonly onSaleFrom: number
}

export interface StockItem {
  readonly product: Product
  readonly warehouse: Warehouse
  readonly shelf: string
  onHand: number
  reserved: number
  readonly reorderPoint: number
  /** Set while a replenishment is under way. */
  awaited: boolean
}

export class World {
  readonly customers: Customer[] = []
  readonly products: Product[] = []
  readonly stock: StockItem[] = []
  readonly #random: Random
  readonly #counters = new Map<string, number>()
  /** A larger shop has fuller shelves: 1 for about 20,000 events a month. */
  readonly scale: number
  #articles = 0

  /** @param size customers at the start; new ones come, some leave */
  constructor(random: Random, size: number, start: number) {
    this.#random = random
    this.scale = Math.max(1, Math.round(size / 260))
    for (let i = 0; i < 96; i++) this.addProduct(start - random.whole(30, 700) * 86_400_000)
    for (let i = 0; i < size; i++) this.#settle(this.addCustomer(), start)
  }

  /** A customer who has been one for a while. */
  #settle(customer: Customer, start: number): void {
    customer.emailVerified = true
    customer.points = this.#random.whole(0, 3000)
    customer.tier = this.#random.weighted([
      ['pine', 6],
      ['oak', 3],
      ['walnut', 1],
    ] as const)
    if (this.#random.chance(0.6))
      this.addCard(customer, start + this.#random.whole(-2, 1000) * 86_400_000).status = 'active'
  }

  addCustomer(): Customer {
    const random = this.#random
    const given = random.pick(givenNames)
    const family = random.pick(familyNames)
    const home = random.weighted(countries)
    const id = `cus_${random.code(6)}`
    const plain = `${given}.${family}`
      .normalize('NFD')
      .replace(/[^A-Za-z.]/g, '')
      .toLowerCase()
    const customer: Customer = {
      id,
      fullName: `${given} ${family}`,
      shortName: given,
      email: `${plain}${random.whole(1, 99)}@mail.example`,
      emailVerified: false,
      phone: random.chance(0.7)
        ? `${home.dial} ${random.whole(10, 99)} ${random.whole(100, 999)} ${random.whole(10, 99)}`
        : null,
      home,
      street: `${random.pick(streets)} ${random.whole(1, 120)}`,
      tier: 'pine',
      points: 0,
      cards: [],
    }
    this.customers.push(customer)
    return customer
  }

  removeCustomer(customer: Customer): void {
    this.customers.splice(this.customers.indexOf(customer), 1)
  }

  addCard(customer: Customer, validUntil: number): Card {
    const random = this.#random
    const last4 = String(random.whole(0, 9999)).padStart(4, '0')
    const limit = random.pick([1000, 2000, 3000, 5000])
    const card: Card = {
      id: `card_${random.code(6)}`,
      customer,
      last4,
      status: 'ordered',
      limit,
      validUntil,
      virtual: random.chance(0.2),
    }
    customer.cards.push(card)
    return card
  }

  addProduct(onSaleFrom: number): Product {
    const random = this.#random
    const [thing, category] = random.pick(things)
    const finish = random.pick(finishes)
    const product: Product = {
      sku: `HP-${1000 + (this.#articles++ % 9000)}`,
      name: `${thing}, ${finish}`,
      category,
      text: `${thing} in ${finish}. Made to last and to be mended.`,
      cents: random.whole(9, 240) * 100 - 5,
      pictures: random.whole(1, 3),
      onSaleFrom,
    }
    this.products.push(product)
    for (const warehouse of warehouses) {
      const shelf = `${random.pick(['A', 'B', 'C', 'D', 'E', 'F'])}-${String(random.whole(1, 40)).padStart(2, '0')}-${random.whole(1, 5)}`
      const reorderPoint = random.whole(15, 40) * this.scale
      // Now and then a supplier is late for weeks; never with what sells best.
      const awaited = this.products.length > 20 && random.chance(0.012)
      const onHand = awaited ? 0 : random.whole(8, 140) * this.scale
      this.stock.push({
        product,
        warehouse,
        shelf,
        onHand,
        reserved: 0,
        reorderPoint,
        awaited,
      })
    }
    return product
  }

  removeProduct(product: Product): StockItem[] {
    const items = this.stock.filter((item) => item.product === product)
    this.products.splice(this.products.indexOf(product), 1)
    for (const item of items) this.stock.splice(this.stock.indexOf(item), 1)
    return items
  }

  stockOf(product: Product, warehouse: Warehouse): StockItem | undefined {
    return this.stock.find((item) => item.product === product && item.warehouse === warehouse)
  }

  /**
   * The next number of a kind, never one that an earlier run may have given out: it is taken from the time, and counts
   * on where several fall together.
   *
   * @param stepMs how long a number lasts
   */
  next(kind: string, at: number, stepMs: number): number {
    const byTime = Math.floor((at - EPOCH) / stepMs)
    const number = Math.max(byTime, (this.#counters.get(kind) ?? 0) + 1)
    this.#counters.set(kind, number)
    return number
  }
}

/** 2024-01-01, the company's first day on this system. */
const EPOCH = 1_704_067_200_000
