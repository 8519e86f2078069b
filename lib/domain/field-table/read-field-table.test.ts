import { describe, expect, it } from 'vitest'
import { readFieldTable } from './read-field-table'

function lines(schema: unknown): string[] {
  const table = readFieldTable(JSON.stringify(schema))
  if (table.status !== 'fields') return [table.message]
  return table.rows.map(
    ({ depth, name, typeWords, required, constraints, marks }) =>
      '. '.repeat(depth) +
      [
        name,
        typeWords,
        required ? 'required' : '',
        ...constraints,
        ...Object.keys(marks).filter((mark) => marks[mark as keyof typeof marks]),
      ]
        .filter(Boolean)
        .join(' | '),
  )
}

describe('a schema as a table of fields', () => {
  it('has a row for each field, element and definition, and one for what only the text can say', () => {
    expect(
      lines({
        type: 'object',
        properties: {
          id: { type: 'string', format: 'uuid', 'x-key': true },
          amount: { type: ['integer', 'null'], minimum: 1, 'x-unit': 'cent' },
          lines: { type: 'array', items: { $ref: '#/$defs/Line' }, minItems: 1 },
          how: { oneOf: [{}, {}] },
        },
        required: ['id', 'ghost'],
        $defs: { Line: { type: 'object', properties: { sku: { enum: ['a', 'b'] } } } },
      }),
    ).toEqual([
      'data | object',
      '. id | string | required | uuid | key',
      '. amount | integer or null | at least 1 | unit',
      '. lines | array of Line | at least 1 item',
      '. . each element | Line',
      '. how | one of 2',
      '. . exactly one of 2 shapes',
      '. required, but not declared: ghost',
      'Line | object',
      '. sku | any | one of a, b',
    ])
  })

  it('says where the fields are that it has no rows for', () => {
    const properties = Object.fromEntries(Array.from({ length: 5_003 }, (_, at) => [`f${at}`, {}]))
    const table = readFieldTable(JSON.stringify({ properties }))
    const rows = table.status === 'fields' ? table.rows : []
    expect(rows).toHaveLength(5_001)
    expect(rows.at(-1)).toMatchObject({
      kind: 'text',
      name: 'more than 5,000 rows, the rest from here on',
      pointer: '/properties/f4999',
    })
  })

  it('says where a text is none', () => {
    expect(readFieldTable('{\n "a": \n}')).toMatchObject({ status: 'unreadable', line: 3 })
    expect(readFieldTable('true')).toMatchObject({ status: 'unreadable' })
    expect(readFieldTable('{"a": {"b": 1,\n"b": 2}}')).toEqual({
      status: 'unreadable',
      line: 2,
      message: '"b" stands a second time at line 2: take one out',
    })
    expect(readFieldTable('{"a\\"": "b\\": 1, ", "a" : {"a\\"": []}}')).toMatchObject({ status: 'fields' })
    expect(readFieldTable(`${'{"items":'.repeat(2_000)}{}${'}'.repeat(2_000)}`)).toMatchObject({
      status: 'unreadable',
    })
  })
})
