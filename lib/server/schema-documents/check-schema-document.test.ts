import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { checkSchemaDocument } from './check-schema-document'

const drafts = [
  'json-schema.org/draft-04/schema',
  'json-schema.org/draft-06/schema',
  'json-schema.org/draft-07/schema',
  'json-schema.org/draft/2019-09/schema',
  'json-schema.org/draft/2020-12/schema',
]

describe.each(drafts)('%s', (draft) => {
  const spellings = [`http://${draft}`, `http://${draft}#`, `https://${draft}`, `https://${draft}#`]

  it.each(spellings)('is known as %s', ($schema) => {
    expect(checkSchemaDocument({ $schema, type: 'object', properties: { a: { type: 'string' } } })).toEqual(
      [],
    )
    expect(checkSchemaDocument({ $schema, properties: { a: { type: 'text' } } })[0]?.pointer).toBe(
      '/properties/a/type',
    )
  })
})

describe('checkSchemaDocument', () => {
  it('reads each draft by its own rules', () => {
    const exclusive = { type: 'number', minimum: 1, exclusiveMinimum: true }
    expect(checkSchemaDocument({ $schema: 'http://json-schema.org/draft-04/schema#', ...exclusive })).toEqual(
      [],
    )
    for (const draft of drafts.slice(1))
      expect(checkSchemaDocument({ $schema: `http://${draft}`, ...exclusive })[0]?.pointer).toBe(
        '/exclusiveMinimum',
      )
    const ifs: Json = { if: 17 }
    expect(checkSchemaDocument({ $schema: 'http://json-schema.org/draft-06/schema#', ...ifs })).toEqual([])
    expect(checkSchemaDocument({ $schema: 'http://json-schema.org/draft-07/schema#', ...ifs })).not.toEqual(
      [],
    )
  })

  it('reads a schema without $schema, and true and false, as 2020-12', () => {
    expect(checkSchemaDocument({ $defs: { a: true }, prefixItems: [{}] })).toEqual([])
    expect(checkSchemaDocument({ prefixItems: [] })).not.toEqual([])
    expect(checkSchemaDocument(true)).toEqual([])
    expect(checkSchemaDocument(false)).toEqual([])
  })

  it.each([17, null, {}, 'https://example.org/schema', '', 'json-schema.org', '__proto__'])(
    'knows no dialect %j',
    ($schema) => {
      expect(checkSchemaDocument({ $schema: $schema as Json })).toMatchObject([
        { pointer: '/$schema', code: 'unknown-dialect' },
      ])
    },
  )

  it('tells at most twenty places, and looks at names that objects inherit', () => {
    const properties = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`p${i}`, { type: 'text' }]))
    expect(checkSchemaDocument({ properties }).length).toBe(20)
    const inherited = JSON.parse(
      '{"properties": {"__proto__": {"type": 17}, "constructor": {"type": 18}}}',
    ) as Json
    const pointers = checkSchemaDocument(inherited).map(({ pointer }) => pointer)
    expect(pointers).toContain('/properties/constructor/type')
    expect(pointers).toContain('/properties/__proto__/type')
  })

  it('never follows what a schema of a stranger names', () => {
    expect(checkSchemaDocument({ $id: 'https://example.org/a', $ref: 'http://127.0.0.1:9/b' })).toEqual([])
    expect(checkSchemaDocument({ $id: 'https://example.org/a', type: 'object' })).toEqual([])
  })
})
