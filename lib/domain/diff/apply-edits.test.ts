import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { SchemaDocument } from '@/lib/domain/schema/schema-document'
import { applyEdits } from './apply-edits'
import { walkSchemas } from './walk-schemas'

/** The schema before with each change alone, in order. */
function oneByOne(before: Json, after: Json): (Json | undefined)[] {
  const documents = { before: new SchemaDocument(before), after: new SchemaDocument(after) }
  return [...walkSchemas(documents)].map(({ edits }) => applyEdits(before, documents.after, edits))
}

describe('one change alone, applied to the schema before', () => {
  it('takes one field and leaves the other change out', () => {
    const before: Json = {
      type: 'object',
      properties: { a: { type: 'string' } },
      additionalProperties: false,
    }
    const after: Json = {
      type: 'object',
      properties: { a: { type: 'integer' }, b: true },
      required: ['b'],
      additionalProperties: false,
    }
    expect(oneByOne(before, after)).toEqual([
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: true },
        required: ['b'],
        additionalProperties: false,
      },
      { type: 'object', properties: { a: { type: 'integer' } }, additionalProperties: false },
    ])
  })

  it('adds one value to an enumeration, in place', () => {
    const before: Json = { properties: { s: { type: 'string', enum: ['a'] } }, required: ['s'] }
    const after: Json = { properties: { s: { type: 'string', enum: ['a', 'b', 'c'] } }, required: ['s'] }
    expect(oneByOne(before, after)).toEqual([
      { properties: { s: { type: 'string', enum: ['a', 'b'] } }, required: ['s'] },
      { properties: { s: { type: 'string', enum: ['a', 'c'] } }, required: ['s'] },
    ])
  })

  it('carries the definitions along that a borrowed piece refers to', () => {
    const before: Json = { properties: {}, $defs: { money: { type: 'number' } } }
    const after: Json = { properties: { a: { $ref: '#/$defs/money' } }, $defs: { money: { type: 'string' } } }
    expect(oneByOne(before, after)).toEqual([
      {
        properties: { a: { $ref: '#/definitions/pasttense-after/$defs/money' } },
        $defs: { money: { type: 'number' } },
        definitions: {
          'pasttense-after': {
            properties: { a: { $ref: '#/definitions/pasttense-after/$defs/money' } },
            $defs: { money: { type: 'string' } },
          },
        },
      },
    ])
  })

  it('keeps what stands beside a reference, and edits only this use of the definition', () => {
    const before: Json = {
      properties: { a: { $ref: '#/$defs/s', maxLength: 5 }, b: { $ref: '#/$defs/s' } },
      $defs: { s: { type: 'string' } },
    }
    const after: Json = {
      properties: { a: { type: 'string', maxLength: 3 }, b: { $ref: '#/$defs/s' } },
      $defs: { s: { type: 'string' } },
    }
    expect(oneByOne(before, after)).toEqual([
      {
        properties: { a: { type: 'string', maxLength: 3 }, b: { $ref: '#/$defs/s' } },
        $defs: { s: { type: 'string' } },
      },
    ])
  })

  it('is not written down where parts restrict each other', () => {
    const before: Json = {
      allOf: [{ properties: { a: true }, additionalProperties: false }, { properties: { a: true } }],
    }
    const after: Json = { properties: { a: true, b: true }, additionalProperties: false }
    expect(oneByOne(before, after)).toEqual([undefined])
  })
})
