import { describe, expect, it } from 'vitest'
import { keyPlaces, readKey } from './entity-key'

const text = { type: 'string' }
const marked = { type: 'string', 'x-key': true }
const object = (properties: Record<string, unknown>) => ({ type: 'object', properties }) as never

describe('the key of an entity', () => {
  it('is what its schema marks, first what is named after it', () => {
    expect(keyPlaces('Cart', [object({ customer_id: marked, cart_id: marked })]).slice(0, 2)).toEqual([
      '/cart_id',
      '/customer_id',
    ])
    expect(keyPlaces('Product', [object({ name: text, sku: marked })])[0]).toBe('/sku')
  })

  it('may stand in an object, but not in a list', () => {
    const lines = { type: 'array', items: object({ sku: marked }) }
    expect(keyPlaces('Order', [object({ lines, order: object({ number: marked }) })])[0]).toBe(
      '/order/number',
    )
  })

  it('is nothing sensitive, marked as a key, in an object that is, or called as usual', () => {
    const hidden = { ...marked, 'x-sensitive': true }
    const person = { 'x-sensitive': true, type: 'object', properties: { number: marked } }
    expect(keyPlaces('Card', [object({ number: hidden, person, id: hidden })])).toEqual([
      '/card_id',
      '/cardId',
    ])
  })

  it('is called as usual where nothing is marked', () => {
    expect(keyPlaces('CreditCard', [])).toEqual(['/id', '/credit_card_id', '/creditCardId'])
  })

  it('is a text or a whole number, at the first place that has one', () => {
    const places = ['/id', '/card_id']
    expect(readKey('{"id":"","card_id":"c1"}', places)).toEqual({ key: 'c1', place: '/card_id' })
    expect(readKey('{"id":4711}', places)).toEqual({ key: '4711', place: '/id' })
    expect(readKey('{"id":1.5,"card_id":null}', places)).toBeNull()
    expect(readKey('[]', places)).toBeNull()
    expect(readKey('{}', ['/toString', '/__proto__/constructor'])).toBeNull()
  })

  it('keeps the digits of a number that no double holds', () => {
    const text = '{"other":{"id":1},"card": {"a/b": {"id":\n 9007199254740993 }},"big":1e30}'
    expect(readKey(text, ['/card/a~1b/id'])).toEqual({ key: '9007199254740993', place: '/card/a~1b/id' })
    expect(readKey('{"id":9007199254740993}', ['/id'])?.key).toBe('9007199254740993')
    expect(readKey(text, ['/big'])).toBeNull()
  })
})
