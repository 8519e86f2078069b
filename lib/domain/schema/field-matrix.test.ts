import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { fieldMatrix, type CellMark } from './field-matrix'

const glyphs: Record<CellMark, string> = { absent: '·', added: '+', same: ' ', changed: '±', removed: '−' }

/** The matrix as one reads it: a line a field, a column a version. */
function drawn(...schemas: Json[]): string[] {
  const { rows } = fieldMatrix(schemas.map((schema, index) => ({ label: String(index), schema })))
  return rows.map(({ depth, name, cells }) =>
    [`${'  '.repeat(depth)}${name}`, ...cells.map(({ mark, words }) => `${glyphs[mark]}${words}`)].join(
      ' | ',
    ),
  )
}

const money: Json = {
  title: 'Money',
  type: 'object',
  properties: { value: { type: 'string' } },
  required: ['value'],
}
const line: Json = { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] }

describe('fieldMatrix', () => {
  it('shows when each field came, changed and went', () => {
    const first: Json = {
      properties: {
        id: { type: 'string' },
        total: { type: 'number' },
        coupon: { type: 'string' },
        lines: { type: 'array', items: line },
      },
      required: ['id', 'total', 'lines'],
    }
    const second = {
      properties: {
        id: { type: 'string' },
        total: { $ref: '#/$defs/Money' },
        status: { enum: ['a', 'b'] },
        lines: { type: 'array', items: line },
      },
      required: ['id', 'total', 'lines'],
      $defs: { Money: money },
    }
    const third: Json = {
      ...second,
      properties: { ...second.properties, status: { enum: ['a', 'b', 'c'] }, coupon: { type: 'string' } },
      required: ['id', 'total', 'lines', 'status'],
    }
    expect(drawn(first, second, third)).toEqual([
      'id |  str |  str |  str',
      'total |  num | ±Money |  Money',
      '  value | · | +str |  str',
      'status | · | +enum 2? | ±enum 3',
      'coupon |  str? | − | +str?',
      'lines[] |  obj |  obj |  obj',
      '  sku |  str |  str |  str',
    ])
  })

  it('says what changed in words', () => {
    const { rows } = fieldMatrix([
      { label: '1', schema: { properties: { a: { type: 'string', maxLength: 5 } } } },
      { label: '2', schema: { properties: { a: { type: 'integer' } }, required: ['a'] } },
    ])
    expect(rows[0]?.cells[1]?.changes).toEqual([
      'string became integer',
      'became required',
      'at most 5 characters became no limits',
    ])
  })

  it('takes a definition that got a name for the same', () => {
    const named: Json = { properties: { total: { $ref: '#/$defs/Money' } }, $defs: { Money: money } }
    expect(drawn({ properties: { total: money } }, named)).toEqual([
      'total |  obj? |  Money?',
      '  value |  str |  str',
    ])
  })

  it('is empty for no versions and for schemas without fields', () => {
    expect(fieldMatrix([]).rows).toEqual([])
    expect(fieldMatrix([{ label: '1', schema: true }]).rows).toEqual([])
  })
})
