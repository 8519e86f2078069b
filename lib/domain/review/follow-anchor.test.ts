import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followAnchor, movesBetween, type Anchor } from './follow-anchor'
import type { Json } from '@/lib/domain/json/json'

const object = (properties: Record<string, Json>): Json => ({ type: 'object', properties })
const at = (pointer: string, isGone = false) => ({ pointer, isGone })
const step = (anchor: Anchor, before: Json, after: Json) =>
  followAnchor(anchor, { before, after, moves: () => movesBetween(before, after) })
const follow = (pointer: string, before: Json, after: Json) => step(at(pointer), before, after)
const status = { type: 'string', enum: ['captured', 'voided'] }

describe('a comment', () => {
  it('stays where it is while its field is there', () => {
    const before = object({ a: status })
    expect(follow('/properties/a', before, object({ a: { type: 'integer' }, b: status }))).toEqual(
      at('/properties/a'),
    )
  })

  it('goes with a renamed field, from whatever lies inside it', () => {
    const [before, after] = [object({ order_state: status }), object({ order_status: status })]
    expect(follow('/properties/order_state', before, after)).toEqual(at('/properties/order_status'))
    expect(follow('/properties/order_state/enum', before, after)).toEqual(at('/properties/order_status/enum'))
  })

  it('goes with a field into another object, and into the items of a list', () => {
    const before = object({ status, lines: { type: 'array', items: object({ sku: { type: 'string' } }) } })
    const after = object({
      lines: { type: 'array', items: object({ sku: { type: 'string' }, status }) },
    })
    expect(follow('/properties/status', before, after)).toEqual(
      at('/properties/lines/items/properties/status'),
    )
    expect(follow('/properties/lines/items/properties/status', after, before)).toEqual(
      at('/properties/status'),
    )
  })

  it('says that its field is gone, keeps its place, and is there again when the field is', () => {
    const before = object({ a: status })
    const after = object({ b: { type: 'integer' } })
    const gone = follow('/properties/a', before, after)
    expect(gone).toEqual(at('/properties/a', true))
    expect(step(gone, after, before)).toEqual(at('/properties/a'))
  })

  it('is led nowhere by names of the language itself', () => {
    const before = object({ a: status })
    expect(follow('/constructor', before, before)).toEqual(at('/constructor', true))
    expect(follow('/properties/__proto__', before, before)).toEqual(at('/properties/__proto__', true))
  })
})

describe('a comment on an element of a list', () => {
  const card = { title: 'By card', properties: { pan: { type: 'string' } } }
  const cash = { title: 'In cash' }
  const invoice = { title: 'By invoice', type: 'object' }
  const oneOf = (...list: Json[]): Json => ({ oneOf: list })

  it('goes with it where one is put before it, taken from before it, or all are turned round', () => {
    expect(follow('/oneOf/0/properties/pan', oneOf(card), oneOf(cash, card))).toEqual(
      at('/oneOf/1/properties/pan'),
    )
    expect(follow('/oneOf/1', oneOf(cash, card), oneOf(card))).toEqual(at('/oneOf/0'))
    expect(follow('/oneOf/2', oneOf(card, cash, invoice), oneOf(invoice, cash, card))).toEqual(at('/oneOf/0'))
    expect(follow('/required/1', { required: ['a', 'b'] }, { required: ['c', 'a', 'b'] })).toEqual(
      at('/required/2'),
    )
  })

  it('stays with what it became, also where others come at the same time', () => {
    const changed = { ...card, properties: { pan: { type: 'string', maxLength: 19 } } }
    expect(follow('/oneOf/1', oneOf(cash, card), oneOf(cash, changed))).toEqual(at('/oneOf/1'))
    expect(follow('/oneOf/0', oneOf(card), oneOf(invoice, cash, changed))).toEqual(at('/oneOf/2'))
    expect(follow('/enum/1', { enum: ['a', 'b'] }, { enum: ['a', 'B'] })).toEqual(at('/enum/1'))
  })

  it('is followed by its place alone where a draft nests without end', () => {
    const deep = JSON.parse(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`) as Json
    expect(follow('/a/0', deep, deep)).toEqual(at('/a/0'))
  })

  it('is gone with it, and does not come back for what has taken its index', () => {
    const gone = follow('/oneOf/0', oneOf(cash, card), oneOf(card))
    expect(gone).toEqual(at('/oneOf/0', true))
    expect(step(gone, oneOf(card), oneOf(card, invoice))).toEqual(gone)
    expect(step(gone, { type: 'object' }, oneOf(cash))).toEqual(at('/oneOf/0'))
  })

  const element = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.integer({ min: 0, max: 9 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'title'), fc.integer({ min: 0, max: 3 }), {
      noNullPrototype: true,
    }),
  )
  it('stands at an equal element wherever that is, and at no other index where there is one at its own', () => {
    fc.assert(
      fc.property(
        fc.array(element, { minLength: 1, maxLength: 6 }),
        fc.array(element, { maxLength: 3 }),
        fc.nat(),
        fc.infiniteStream(fc.nat({ max: 5 })),
        (before, others, chosen, places) => {
          const index = chosen % before.length
          const after = [...before]
          for (const other of others) after.splice(places.next().value! % (after.length + 1), 0, other)
          const { pointer, isGone } = follow(`/enum/${index}`, { enum: before }, { enum: after })
          expect(isGone).toBe(false)
          expect(after[Number(pointer.slice('/enum/'.length))]).toEqual(before[index])
          expect(follow(`/enum/${index}`, { enum: before }, { enum: before })).toEqual(at(`/enum/${index}`))
        },
      ),
    )
  })

  it('is never led to what is equal to another one that is still there', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(element, { minLength: 1, maxLength: 6, selector: (one) => JSON.stringify(one) }),
        fc.array(element, { maxLength: 6 }),
        fc.nat(),
        (before, after, chosen) => {
          const index = chosen % before.length
          const { pointer, isGone } = follow(`/enum/${index}`, { enum: before }, { enum: after })
          if (isGone) return
          const found = after[Number(pointer.slice('/enum/'.length))]
          for (const [at, one] of before.entries()) if (at !== index) expect(found).not.toEqual(one)
        },
      ),
    )
  })
})
