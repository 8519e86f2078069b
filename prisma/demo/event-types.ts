import type { DemoEventType } from './company'
import { accounts } from './event-types/accounts'
import { cards } from './event-types/cards'
import { entities } from './event-types/entities'
import { finance } from './event-types/finance'
import { marketing } from './event-types/marketing'
import { payments } from './event-types/payments'
import { shipping } from './event-types/shipping'
import { shop } from './event-types/shop'
import { support } from './event-types/support'
import { warehouseTypes } from './event-types/warehouse'

/** Everything Harbour & Pine publishes, by area. */
export const eventTypes: readonly DemoEventType[] = [
  ...shop,
  ...payments,
  ...cards,
  ...warehouseTypes,
  ...shipping,
  ...entities,
  ...accounts,
  ...finance,
  ...support,
  ...marketing,
]
