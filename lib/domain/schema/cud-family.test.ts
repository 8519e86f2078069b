import { describe, expect, it } from 'vitest'
import { cudName } from '../naming/cud-name'
import { draftFamily, likelyKey } from './cud-family'

const state = {
  type: 'object',
  properties: { name: { type: 'string' }, customer_id: { type: 'string', maxLength: 9 } },
  required: ['name'],
}

describe('an entity becomes three events', () => {
  it('that each carry its full state, with the key marked, first and required', () => {
    const family = draftFamily({ entity: 'Customer', key: 'customer_id', state })
    expect(family.map(({ eventType }) => eventType)).toEqual([
      'CustomerCreated',
      'CustomerUpdated',
      'CustomerDeleted',
    ])
    for (const { schema, description } of family) {
      expect(schema).toEqual({
        type: 'object',
        description,
        properties: {
          customer_id: { type: 'string', maxLength: 9, 'x-key': true },
          name: { type: 'string' },
        },
        required: ['customer_id', 'name'],
      })
      expect(Object.keys(schema.properties as object)[0]).toBe('customer_id')
    }
  })

  it('with a key of their own where nothing is known yet', () => {
    const [created] = draftFamily({ entity: 'KYCCheck', key: likelyKey('KYCCheck', {}), state: {} })
    expect(created).toMatchObject({
      eventType: 'KYCCheckCreated',
      schema: {
        properties: { kyc_check_id: { type: 'string', description: 'Which kyc check', 'x-key': true } },
        required: ['kyc_check_id'],
      },
    })
  })

  it.each([
    ['Customer', null, 'CustomerDeleted'],
    ['shop.Customer', null, 'shop.CustomerDeleted'],
    ['loyalty_card', null, 'loyalty_card_deleted'],
    ['loyalty-card', null, 'loyalty-card-deleted'],
    ['customer', 'dot.case', 'customer.deleted'],
    ['customer', 'snake_case', 'customer_deleted'],
    ['Customer', 'snake_case', 'CustomerDeleted'],
    ['LOYALTY_CARD', null, 'LOYALTY_CARD_DELETED'],
  ] as const)('whose names are written as %s is, in %s', (entity, style, last) => {
    const family = draftFamily({ entity, key: 'id', state, style })
    expect(family[2]?.eventType).toBe(last)
    for (const { eventType, operation } of family) expect(cudName(eventType)).toEqual({ entity, operation })
  })
})

it('the key is what is called so', () => {
  const of = (...names: string[]) => ({ properties: Object.fromEntries(names.map((name) => [name, {}])) })
  expect(likelyKey('Customer', of('id', 'customerId'))).toBe('customerId')
  expect(likelyKey('Customer', of('paid', 'id'))).toBe('id')
  expect(likelyKey('Customer', of('paid', 'account_id'))).toBe('account_id')
  expect(likelyKey('Customer', of('paid'))).toBe('customer_id')
  expect(likelyKey('Customer', true)).toBe('customer_id')
})
