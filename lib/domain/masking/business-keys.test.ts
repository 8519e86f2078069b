import { describe, expect, it } from 'vitest'
import { scanMessage } from '../envelope/scan'
import type { Json } from '../json/json'
import { businessKeys, holdsKey, isSensitiveAt, marksOtherKeys } from './business-keys'
import { planMask } from './mask-plan'

const planOf = (own?: Json, ...later: Json[]) => planMask({ own, later, compilePattern: () => null })

describe('business keys', () => {
  it('are texts and whole numbers called an id, as receiving finds them by name', () => {
    const data =
      '{"id":"a","lines":[{"order_id":5,"skuId":"x"},{"order_id":5.5}],"ids":"no","note_id":null,"b_id":""}'
    expect(businessKeys(data, planOf())).toEqual(['a', '5', 'x'])
    expect(scanMessage(`{"data":${data}}`).keys).toEqual(['a', '5', 'x'])
  })

  it('are what is marked, whatever it is called', () => {
    const plan = planOf({ properties: { iban: { 'x-key': true }, refs: { items: { 'x-key': true } } } })
    expect(businessKeys('{"iban":"DE1","refs":["r1",2,{}],"other":"o"}', plan)).toEqual(['DE1', 'r1', '2'])
    expect(marksOtherKeys(plan)).toBe(true)
    expect(marksOtherKeys(planOf({ properties: { order_id: { 'x-key': true } } }))).toBe(false)
  })

  it('are what stands in a list that is marked, through references and branches', () => {
    const plan = planOf({
      $defs: { numbers: { type: 'array', items: { type: 'string' }, 'x-key': true } },
      properties: {
        order: { oneOf: [{ properties: { numbers: { $ref: '#/$defs/numbers' } } }, { type: 'null' }] },
      },
    })
    expect(businessKeys('{"order":{"numbers":["A-1",["A-2"],{"note":"n"}]}}', plan)).toEqual(['A-1', 'A-2'])
    expect(marksOtherKeys(plan)).toBe(true)
  })

  it('of more than are kept are those that are marked, and those nearest to the top', () => {
    const lines = Array.from({ length: 30 }, (_, i) => ({ line_id: `l${i}`, sku: { sku_id: `s${i}` } }))
    const data = JSON.stringify({ lines, id: 'o-1', shipping: { parcel: { number: 'p-1' } } })
    const plan = planOf({
      properties: { shipping: { properties: { parcel: { properties: { number: { 'x-key': true } } } } } },
    })
    const keys = businessKeys(data, plan)
    expect(keys).toHaveLength(16)
    expect(keys).toEqual(expect.arrayContaining(['p-1', 'o-1', 'l0', 'l13']))
    expect(keys).not.toContain('s0')
    expect(['l29', 's29', 'none'].map((key) => holdsKey(data, plan, key))).toEqual([true, true, false])
  })

  it('are never sensitive, marked as a key or not, in an object around them or by a later version', () => {
    const schema = {
      properties: {
        owner_id: { 'x-sensitive': true, 'x-key': true },
        person: { 'x-sensitive': true, properties: { id: {} } },
        id: {},
      },
    }
    const data = '{"owner_id":"o","person":{"id":"p"},"id":"i","owner\\u005fid":"o2"}'
    expect(businessKeys(data, planOf(schema))).toEqual(['i'])
    expect(businessKeys(data, planOf({}, schema))).toEqual(['i'])
    expect(marksOtherKeys(planOf(schema))).toBe(false)
    const paths = [['owner_id'], ['person', 'id'], ['id'], ['lines', 0, 'id']]
    expect(paths.map((path) => isSensitiveAt(planOf(schema), path))).toEqual([true, true, false, false])
  })

  it('are looked for with the schema where it is too large to say', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, i) => [`f${i}`, { title: `${i}` }]),
    )
    expect(marksOtherKeys(planOf({ properties }))).toBe(true)
  })
})
