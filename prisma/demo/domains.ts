import type { DemoDomain } from './company'

export const domains: DemoDomain[] = [
  { slug: 'shop', name: 'Shop', description: 'What customers see and buy: the range, carts and orders.' },
  {
    slug: 'payments',
    name: 'Payments',
    description: 'Taking money for orders, giving it back, and keeping fraud out.',
  },
  {
    slug: 'cards',
    name: 'Cards',
    description: 'The Harbour & Pine card: issued, renewed, blocked and expired.',
  },
  {
    slug: 'warehouse',
    name: 'Warehouse',
    description: 'Stock in three halls, and the way of an article from ramp to parcel.',
  },
  { slug: 'shipping', name: 'Shipping', description: 'Labels, carriers, delivery and what comes back.' },
  {
    slug: 'accounts',
    name: 'Accounts',
    description: 'Who our customers are, how they sign in, and what they agreed to.',
  },
  {
    slug: 'finance',
    name: 'Finance',
    description: 'Invoices, payouts and the reports the books are closed with.',
  },
  {
    slug: 'support',
    name: 'Support',
    description: 'Questions and complaints of customers, until they are answered.',
  },
  {
    slug: 'marketing',
    name: 'Marketing',
    description: 'Campaigns, newsletters, coupons and loyalty points.',
  },
]
