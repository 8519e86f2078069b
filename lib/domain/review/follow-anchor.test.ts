import { describe, expect, it } from 'vitest'
import { followAnchor, movesBetween } from './follow-anchor'
import type { Json } from '@/lib/domain/json/json'

const object = (properties: Record<string, Json>): Json => ({ type: 'object', properties })
const at = (pointer: string, isGone = false) => ({ pointer, isGone })
const follow = (pointer: string, before: Json, after: Json) =>
  followAnchor(at(pointer), () => movesBetween(before, after), after)
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
    expect(followAnchor(gone, () => movesBetween(after, before), before)).toEqual(at('/properties/a'))
  })

  it('is led nowhere by names of the language itself', () => {
    const before = object({ a: status })
    expect(follow('/constructor', before, before)).toEqual(at('/constructor', true))
    expect(follow('/properties/__proto__', before, before)).toEqual(at('/properties/__proto__', true))
  })
})
