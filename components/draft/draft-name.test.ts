import { describe, expect, it } from 'vitest'
import { kindChosen, renamed } from './draft-name'

describe('the name of a draft', () => {
  const created = {
    event_type: 'ParcelCreated',
    kind: 'cud',
    entity: 'Parcel',
    operation: 'created',
  } as const

  it('takes entity and operation along, also over names that are half typed', () => {
    expect(renamed(created, 'ShipmentUpdated')).toEqual({
      event_type: 'ShipmentUpdated',
      entity: 'Shipment',
      operation: 'updated',
    })
    const half = { ...created, ...renamed(created, 'ParcelCre') }
    expect(half).toMatchObject({ entity: null, operation: null })
    expect(renamed(half, 'ParcelDeleted')).toMatchObject({ entity: 'Parcel', operation: 'deleted' })
  })

  it('leaves what somebody said otherwise, and a domain event', () => {
    expect(renamed({ ...created, entity: 'Package' }, 'ParcelUpdated')).toEqual({
      event_type: 'ParcelUpdated',
    })
    const sent = { ...created, kind: 'domain', entity: null, operation: null } as const
    expect(renamed(sent, 'ParcelUpdated')).toEqual({ event_type: 'ParcelUpdated' })
  })

  it('is what a CUD event is about', () => {
    expect(kindChosen('ParcelUpdated', 'cud')).toEqual({
      kind: 'cud',
      entity: 'Parcel',
      operation: 'updated',
    })
    expect(kindChosen('ParcelUpdated', 'domain')).toEqual({ kind: 'domain', entity: null, operation: null })
  })
})
