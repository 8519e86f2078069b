import { expect, it } from 'vitest'
import { cudName } from './cud-name'

it('reads the entity and the operation out of a CUD name, in any style', () => {
  expect(cudName('CustomerCreated')).toEqual({ entity: 'Customer', operation: 'created' })
  expect(cudName('customer_profile_updated')).toEqual({ entity: 'customer_profile', operation: 'updated' })
  expect(cudName('shop.customer.deleted')).toEqual({ entity: 'shop.customer', operation: 'deleted' })
})

it('finds nothing in any other name', () => {
  for (const name of [
    'CustomerRegistered',
    'Created',
    'CustomerCreatedEvent',
    'CreatedCustomer',
    'CustomerCreate',
    '',
  ]) {
    expect(cudName(name)).toBeNull()
  }
})
