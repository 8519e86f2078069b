import type { JsonObject } from '@/lib/domain/json/json'
import type { Country, Warehouse } from '../population'
import type { Customer } from '../world'

/** Small values that several builders need, as the company's schemas want them. */
export function money(cents: number, home: Pick<Country, 'currency' | 'rate'> = EURO): JsonObject {
  return { amount: (Math.round(cents * home.rate) / 100).toFixed(2), currency: home.currency }
}
export const EURO = { currency: 'EUR', rate: 1 } as const

export const instant = (at: number) => new Date(at).toISOString()
export const day = (at: number) => instant(at).slice(0, 10)

export function address(customer: Customer): JsonObject {
  const { home, street, fullName } = customer
  const [city, postcode] = home.towns[customer.id.charCodeAt(4) % home.towns.length]!
  return { recipient: fullName, street, postcode, city, country: home.code }
}

export function currencyOf(warehouse: Warehouse): Pick<Country, 'currency' | 'rate'> {
  if (warehouse === 'malmo') return { currency: 'SEK', rate: 11.2 }
  return warehouse === 'leeds' ? { currency: 'GBP', rate: 0.86 } : EURO
}
