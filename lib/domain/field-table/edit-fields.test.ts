import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { editFields, type FieldEdit } from './edit-fields'
import { rowContent, type FieldRow } from './field-row'
import { readFieldTable } from './read-field-table'

const text = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "properties": {
    "order_id": { "type": "string", "x-key": true,   "maxLength": 40 },
    "lines": {
      "type": "array",
      "items": { "$ref": "#/$defs/Line" }
    },
    "paid": {"oneOf":[{"type":"string"},{"type":"integer"}]}
  },
  "required": ["order_id", "lines"],
  "dependentRequired": { "paid": ["order_id"] },
  "examples": [{ "order_id": "a", "lines": [{ "sku": "x", "part_of": { "sku": "y" } }] }],
  "$defs": {
    "Line": {
      "type": "object",
      "properties": {
        "sku": { "type": "string" },
        "part_of": { "$ref": "#/$defs/Line" }
      },
      "required": ["sku"]
    }
  }
}`
const examples = '[\n  { "order_id": "1", "lines": [{ "sku": "x" }], "sku": 1 }\n]'

function edited(edit: FieldEdit, texts = { schema: text, examples }) {
  const done = editFields(texts, edit)
  if ('refused' in done) throw new Error(done.refused)
  return done
}

/** The lines that differ, as `-` and `+`; for edits that keep the number of lines. */
function changes(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  expect(now).toHaveLength(old.length)
  return now.filter((line, index) => line !== old[index]).map((line) => line.trim())
}

describe('a change in the table of fields', () => {
  it('writes a description where its neighbours stand and leaves all else as it was laid out', () => {
    const { texts } = edited({
      edit: 'set',
      pointer: '/properties/order_id',
      keywords: { description: 'Which one' },
    })
    expect(changes(text, texts.schema)).toEqual([
      '"order_id": { "type": "string", "x-key": true,   "maxLength": 40, "description": "Which one" },',
    ])
  })

  it('renames a field with what requires it, what depends on it, and the examples', () => {
    const { texts, pointer } = edited({ edit: 'rename', pointer: '/properties/order_id', name: 'order' })
    expect(pointer).toBe('/properties/order')
    expect(changes(text, texts.schema)).toEqual([
      '"order": { "type": "string", "x-key": true,   "maxLength": 40 },',
      '"required": ["order", "lines"],',
      '"dependentRequired": { "paid": ["order"] },',
      '"examples": [{ "order": "a", "lines": [{ "sku": "x", "part_of": { "sku": "y" } }] }],',
    ])
    expect(changes(examples, texts.examples)).toEqual([
      '{ "order": "1", "lines": [{ "sku": "x" }], "sku": 1 }',
    ])
  })

  it('renames a field of a definition wherever an event has it, and no other field of that name', () => {
    const { texts } = edited({ edit: 'rename', pointer: '/$defs/Line/properties/sku', name: 'article' })
    expect(texts.examples).toBe(examples.replace('{ "sku": "x" }', '{ "article": "x" }'))
    expect(texts.schema).toContain('[{ "article": "x", "part_of": { "article": "y" } }]')
    expect(texts.schema).toContain('"required": ["article"]')
  })

  it('renames a definition with its references', () => {
    const { texts } = edited({ edit: 'rename', pointer: '/$defs/Line', name: 'Item' })
    expect(texts.schema).toBe(text.replaceAll('$defs/Line', '$defs/Item').replace('"Line": {', '"Item": {'))
    expect(texts.examples).toBe(examples)
  })

  it('says why it cannot be done', () => {
    expect(
      editFields({ schema: text, examples }, { edit: 'rename', pointer: '/properties/lines', name: 'paid' }),
    ).toEqual({ refused: 'There is a "paid" beside it already' })
    expect(editFields({ schema: '{', examples }, { edit: 'add', pointer: '' })).toHaveProperty('refused')
    expect(editFields({ schema: text, examples }, { edit: 'add', pointer: '/nowhere' })).toHaveProperty(
      'refused',
    )
  })

  it('adds a field behind another, in the style of the names', () => {
    const { texts, pointer } = edited({ edit: 'add', pointer: '', after: 'order_id' })
    expect(pointer).toBe('/properties/new_field')
    expect(texts.schema).toBe(
      text.replace('    "lines": {', '    "new_field": {\n      "type": "string"\n    },\n    "lines": {'),
    )
  })

  it('removes a field and its place in required', () => {
    const { texts } = edited({ edit: 'remove', pointer: '/properties/lines' })
    expect(texts.schema).toContain('"required": ["order_id"]')
    expect(texts.schema).not.toContain('"lines": {')
  })

  it('gives another type, and takes back the first guess of a list', () => {
    const list = edited({ edit: 'set-type', pointer: '/properties/order_id', type: 'array', nullable: true })
    expect(list.texts.schema).toContain('"type": ["array", "null"]')
    expect(list.texts.schema).toContain('"items": { "type": "string" }')
    const back = edited(
      { edit: 'set-type', pointer: '/properties/order_id', type: 'string', nullable: false },
      list.texts,
    )
    expect(back.texts.schema).toBe(text)
    const line = edited({
      edit: 'set-type',
      pointer: '/properties/order_id',
      type: '#/$defs/Line',
      nullable: false,
    })
    expect(line.texts.schema).toContain('"order_id": { "$ref": "#/$defs/Line", ')
  })

  const name = fc.constantFrom('a', 'order id', '__proto__', 'é/~', '%41', 'properties', 'examples', '"\\')
  const leaf = fc.constantFrom<Json>(
    { type: 'string' },
    true,
    { type: ['integer', 'null'], minimum: 1 },
    { enum: [1] },
  )
  const { schema: drawn } = fc.letrec<{ schema: Json }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc
        .record({
          properties: fc.uniqueArray(fc.tuple(name, tie('schema')), {
            selector: ([key]) => key,
            maxLength: 4,
          }),
          required: fc.subarray(['a', '__proto__', 'other']),
          title: fc.option(fc.string(), { nil: undefined }),
        })
        .map(({ properties, ...rest }) => ({
          ...(JSON.parse(JSON.stringify(rest)) as object),
          // Written as text first, so that `__proto__` is a field like any other.
          properties: JSON.parse(
            `{${properties.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`,
          ) as Json,
          type: 'object',
        })),
      tie('schema').map((items) => ({ type: 'array', items })),
    ),
  }))
  /** A text in one of the layouts people use, with an example that has some of the fields. */
  const texts = fc
    .tuple(drawn, fc.constantFrom(0, 2, '\t'), fc.constantFrom('\n', '\r\n'))
    .map(([schema, indent, eol]) => ({
      schema: JSON.stringify(
        { properties: { top: schema }, examples: [{ top: { a: { a: 1 } } }] },
        null,
        indent,
      ).replaceAll('\n', eol),
      examples: '[{"top":{"a":[{"a":1}],"__proto__":2}},7]',
    }))
  const rowsOf = (schema: string): readonly FieldRow[] => {
    const table = readFieldTable(schema)
    if (table.status !== 'fields') throw new Error(table.message)
    return table.rows.map(rowContent)
  }
  const onSomeRow = (
    kinds: readonly string[],
    law: (row: FieldRow, texts: { schema: string; examples: string }) => void,
  ) =>
    fc.assert(
      fc.property(texts, fc.nat(), (drawnTexts, pick) => {
        const rows = rowsOf(drawnTexts.schema).filter(
          ({ kind, type }) => kinds.includes(kind) && type !== undefined,
        )
        law(rows[pick % rows.length]!, drawnTexts)
      }),
      { numRuns: 150 },
    )

  it('there and back is where it began', () => {
    onSomeRow(['field'], (row, before) => {
      const there = edited({ edit: 'rename', pointer: row.pointer, name: 'renamed' }, before)
      const back = edited({ edit: 'rename', pointer: there.pointer, name: row.name }, there.texts)
      expect(back.texts).toEqual(before)
    })
    onSomeRow(['field'], (row, before) => {
      if (!row.canGoDown) return
      const down = edited({ edit: 'move', pointer: row.pointer, by: 1 }, before)
      expect(edited({ edit: 'move', pointer: row.pointer, by: -1 }, down.texts).texts).toEqual(before)
    })
    onSomeRow(['root', 'field', 'element'], (row, before) => {
      if (!row.holdsFields) return
      const added = edited({ edit: 'add', pointer: row.pointer }, before)
      expect(
        JSON.parse(edited({ edit: 'remove', pointer: added.pointer }, added.texts).texts.schema),
      ).toEqual(JSON.parse(before.schema))
    })
  })

  it('shows in its own row of the table, and in no other', () => {
    const cases: [(row: FieldRow) => FieldEdit, (row: FieldRow) => Partial<FieldRow>][] = [
      [
        ({ pointer }) => ({ edit: 'set', pointer, keywords: { description: 'Said', 'x-unit': 'EUR' } }),
        ({ marks }) => ({ description: 'Said', marks: { ...marks, unit: 'EUR' } }),
      ],
      [
        ({ pointer, required }) => ({ edit: 'require', pointer, required: !required }),
        ({ required }) => ({ required: !required }),
      ],
      [
        ({ pointer }) => ({ edit: 'set-type', pointer, type: 'boolean', nullable: true }),
        ({ holdsFields }) => ({ type: 'boolean', nullable: true, holdsFields, typeWords: 'boolean or null' }),
      ],
    ]
    for (const [edit, expected] of cases) {
      onSomeRow(['field'], (row, before) => {
        const rows = rowsOf(edited(edit(row), before).texts.schema)
        const now = rows.find(({ pointer }) => pointer === row.pointer)!
        expect({ ...now, constraints: [] }).toEqual({
          ...row,
          ...expected(row),
          constraints: [],
          holdsFields: now.holdsFields,
        })
        const others = (all: readonly FieldRow[]) =>
          all.filter(
            // What is inside a list or around a field tells of it; what only the text can say tells of names.
            ({ pointer, kind }) =>
              kind !== 'text' && !pointer.startsWith(row.pointer) && !row.pointer.startsWith(pointer),
          )
        expect(others(rows)).toEqual(others(rowsOf(before.schema)))
      })
    }
  })
})

describe('a definition', () => {
  const define = (schema: string) => {
    const done = editFields({ schema, examples: '[]' }, { edit: 'define', pointer: '' })
    return 'refused' in done ? done : [JSON.parse(done.texts.schema) as unknown, done.pointer]
  }
  const empty = { type: 'object', properties: {} }

  it('is added where the schema, or its draft, keeps them, under a name of its own', () => {
    expect(define('{"type":"object"}')).toEqual([
      { type: 'object', $defs: { NewDefinition: empty } },
      '/$defs/NewDefinition',
    ])
    expect(define('{"definitions":{"NewDefinition":{}}}')).toEqual([
      { definitions: { NewDefinition: {}, NewDefinition2: empty } },
      '/definitions/NewDefinition2',
    ])
    const old = 'http://json-schema.org/draft-07/schema#'
    expect(define(`{"$schema":"${old}"}`)).toEqual([
      { $schema: old, definitions: { NewDefinition: empty } },
      '/definitions/NewDefinition',
    ])
  })
})
