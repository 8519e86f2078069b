import { beforeEach, describe, expect, it } from 'vitest'
import { CatalogSearch, type CatalogDocument } from './catalog-search'
import { tokens } from './tokens'

const type = (name: string, more: Partial<CatalogDocument> = {}): CatalogDocument => ({
  name,
  entity: '',
  description: '',
  owner: '',
  domain: '',
  services: '',
  fields: '',
  ...more,
})

describe('tokens', () => {
  it.each([
    ['CatalogCartCreated', ['catalog', 'cart', 'created']],
    ['KYCCheckPassed', ['kyc', 'check', 'passed']],
    ['order_id', ['order', 'id']],
    ['com.shop.order-placed.v2', ['com', 'shop', 'order', 'placed', 'v', '2']],
    ['BestellungAufgegebenÄrger', ['bestellung', 'aufgegeben', 'arger']],
  ])('finds the words inside %s', (text, words) => {
    expect(tokens(text).map((token) => token.term)).toEqual(words)
  })
})

describe('CatalogSearch', () => {
  let search: CatalogSearch
  const names = (query: string) => search.search(query).map((hit) => hit.name)

  beforeEach(async () => {
    search = new CatalogSearch()
    await search.addAll([
      type('CatalogCartCreated', { description: 'A cart was put together from the catalog' }),
      type('CardExpired', {
        description: 'A payment card reached its expiry date',
        owner: 'Cards cards',
        fields: 'card_id holder.name',
      }),
      type('CardCreated', { entity: 'Card', fields: 'card_id' }),
      type('OrderPlaced', {
        description: 'A customer confirmed a card payment',
        fields: 'order_id lines[].sku',
      }),
    ])
  })

  it('finds beginnings of words inside a name', () => {
    expect(names('cart crea')).toEqual(['CatalogCartCreated'])
  })

  it('forgives a typing error', () => {
    expect(names('expried')).toEqual(['CardExpired'])
    expect(names('cradexpired')).toEqual(['CardExpired'])
    expect(names('custmoer')).toEqual(['OrderPlaced'])
  })

  it('ranks a word in a name above the same word in a description', () => {
    expect(names('card').slice(0, 2).sort()).toEqual(['CardCreated', 'CardExpired'])
    expect(names('card').at(-1)).toBe('OrderPlaced')
  })

  it('puts the whole name first', () => {
    expect(names('CardCreated')[0]).toBe('CardCreated')
  })

  it('finds a name typed without its capitals', () => {
    expect(names('cardexp')).toEqual(['CardExpired'])
    expect(search.search('cardexp')[0]?.matches()[0]).toEqual({
      in: 'name',
      text: 'CardExpired',
      ranges: [[0, 7]],
    })
  })

  it('finds by field name and says which field', () => {
    const [hit] = search.search('sku')
    expect(hit?.name).toBe('OrderPlaced')
    expect(hit?.matches()).toEqual([{ in: 'field', text: 'lines[].sku', ranges: [[8, 11]] }])
  })

  it('marks what was typed', () => {
    const hit = search.search('cart crea')[0]
    expect(hit?.matches().find((match) => match.in === 'name')).toEqual({
      in: 'name',
      text: 'CatalogCartCreated',
      ranges: [
        [7, 11],
        [11, 15],
      ],
    })
  })

  it('needs every word', () => {
    expect(names('card nonsense')).toEqual([])
  })

  it('forgets what was removed and knows what was changed', () => {
    search.remove('CardExpired')
    search.put(type('CardCreated', { description: 'issued by the bank' }))
    expect(names('expired')).toEqual([])
    expect(names('bank')).toEqual(['CardCreated'])
  })
})
