import type { DemoPerson } from './company'

const person = (name: string, role: DemoPerson['role'], ...owners: string[]): DemoPerson => ({
  name,
  email: `${name.toLowerCase().replace(/ /g, '.')}@harbourpine.example`,
  role,
  owners,
})

/** Somebody of each role and of most teams; in the order in which /sign-in offers them. */
export const people: DemoPerson[] = [
  person('Mara Lindqvist', 'administrator'),
  person('Tomas Okafor', 'reviewer', 'ordering'),
  person('Ines Marchetti', 'reviewer', 'payments'),
  person('Jonas Weber', 'author', 'cards'),
  person('Amina Diallo', 'author', 'cards', 'risk'),
  person('Pekka Salonen', 'author', 'ordering', 'storefront'),
  person('Lucia Ferreira', 'author', 'shipping'),
  person('Hana Novak', 'author', 'fulfilment', 'inventory'),
  person('Samuel Osei', 'author', 'billing', 'reporting'),
  person('Greta Holm', 'author', 'customer-care'),
  person('Noor Haddad', 'author', 'campaigns'),
  person('Ben Carver', 'reader', 'customer-care'),
]
