import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { buildSchemaTree } from '@/lib/domain/schema/schema-tree'
import { alignTrees } from './align-trees'
import { diffSchemas } from './diff-schemas'

/** Both trees as one reads them: `before | after`, with the kinds of change behind. */
function drawn(before: Json, after: Json): string[] {
  const changes = diffSchemas(before, after)
  return alignTrees(buildSchemaTree(before).root, buildSchemaTree(after).root, changes).map((row) =>
    [
      `${'  '.repeat(row.depth)}${row.before?.name ?? '·'} | ${row.after?.name ?? '·'}`,
      ...row.changes.map((index) => changes[index]?.kind),
    ].join(' '),
  )
}

describe('alignTrees', () => {
  it('puts the same field on one line and leaves a gap where one is missing', () => {
    const before: Json = { properties: { a: { type: 'string' }, b: { type: 'string', maxLength: 3 } } }
    const after: Json = {
      properties: { b: { type: 'string' }, c: { items: { properties: { d: {} } } } },
      additionalProperties: false,
    }
    expect(drawn(before, after)).toEqual([
      ' |  other-fields-forbidden',
      '  a | · field-removed',
      '  b | b bound-loosened',
      '  · | c[] field-added',
      '    · | d',
    ])
  })

  it('puts a change in the items of a list at the list', () => {
    const list = (maxLength: number): Json => ({
      properties: { tags: { items: { type: 'string', maxLength } } },
    })
    expect(drawn(list(3), list(5))).toEqual([' | ', '  tags[] | tags[] bound-loosened'])
  })
})
