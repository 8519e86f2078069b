import type { DemoOwner } from './company'

const at = (team: string) => ({
  email: `${team}@harbourpine.example`,
  chat: `#team-${team}`,
  on_call: `${team}-oncall (pager)`,
  url: `https://wiki.harbourpine.example/teams/${team}`,
})
const nobody = { email: null, chat: null, on_call: null, url: null }

/** `growth` has no contact on purpose: the catalog is to find that. */
export const owners: DemoOwner[] = [
  {
    slug: 'storefront',
    name: 'Storefront',
    domain: 'shop',
    description: 'The web shop and the app: pages, carts, reviews.',
    ...at('storefront'),
  },
  {
    slug: 'ordering',
    name: 'Ordering',
    domain: 'shop',
    description: 'An order from the button to the last parcel.',
    ...at('ordering'),
  },
  {
    slug: 'range',
    name: 'Range',
    domain: 'shop',
    description: 'Product data and prices: what we sell and for how much.',
    ...at('range'),
  },
  {
    slug: 'payments',
    name: 'Payments',
    domain: 'payments',
    description: 'The gateway to the card networks and banks.',
    ...at('payments'),
  },
  {
    slug: 'risk',
    name: 'Risk',
    domain: 'payments',
    description: 'Fraud checks and chargebacks.',
    ...at('risk'),
  },
  {
    slug: 'cards',
    name: 'Cards',
    domain: 'cards',
    description: 'Issues the Harbour & Pine card and looks after it until it expires.',
    ...at('cards'),
  },
  {
    slug: 'fulfilment',
    name: 'Fulfilment',
    domain: 'warehouse',
    description: 'Picking and packing in all three halls.',
    ...at('fulfilment'),
  },
  {
    slug: 'inventory',
    name: 'Inventory',
    domain: 'warehouse',
    description: 'Knows what lies where, and orders what runs low.',
    ...at('inventory'),
  },
  {
    slug: 'shipping',
    name: 'Shipping',
    domain: 'shipping',
    description: 'Labels, carriers and returns.',
    ...at('shipping'),
  },
  {
    slug: 'identity',
    name: 'Identity',
    domain: 'accounts',
    description: 'Customer accounts, sign-in and consent.',
    ...at('identity'),
  },
  {
    slug: 'billing',
    name: 'Billing',
    domain: 'finance',
    description: 'Invoices, and the payouts of card networks.',
    ...at('billing'),
  },
  {
    slug: 'reporting',
    name: 'Reporting',
    domain: 'finance',
    description: 'Scheduled reports for finance and the authorities.',
    ...at('reporting'),
  },
  {
    slug: 'customer-care',
    name: 'Customer Care',
    domain: 'support',
    description: 'People who answer customers, and the desk they work at.',
    ...at('customer-care'),
  },
  {
    slug: 'campaigns',
    name: 'Campaigns',
    domain: 'marketing',
    description: 'Newsletters, coupons and the loyalty programme.',
    ...at('campaigns'),
  },
  {
    slug: 'growth',
    name: 'Growth',
    domain: 'marketing',
    description: 'Experiments on the home page. The team was dissolved in spring.',
    ...nobody,
  },
]
