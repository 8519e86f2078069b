import { describe, expect, it } from 'vitest'
import { buildSchemaTree } from '@/lib/domain/schema/schema-tree'
import { visibleRows } from './visible-rows'

const { root } = buildSchemaTree({
  properties: {
    order_id: { type: 'string' },
    customer: { properties: { name: { type: 'string' }, city: { description: 'Where they live' } } },
    total: { type: 'number' },
  },
})

/** The rows as one sees them, folded ones with a plus. */
function drawn(folded: number[], query = ''): string[] {
  return visibleRows(root, new Set(folded), query).map(
    ({ node, expanded, position, siblings }) =>
      `${'  '.repeat(node.depth - 1)}${node.children.length > 0 && !expanded ? '+' : ''}${node.name} ${position}/${siblings}`,
  )
}

describe('visibleRows', () => {
  it('shows everything that is not folded', () => {
    expect(drawn([])).toEqual(['order_id 1/3', 'customer 2/3', '  name 1/2', '  city 2/2', 'total 3/3'])
    expect(drawn([1])).toEqual(['order_id 1/3', '+customer 2/3', 'total 3/3'])
  })

  it('keeps what a search finds, in names and descriptions, with the way to it', () => {
    expect(drawn([1], 'LIVE')).toEqual(['customer 1/1', '  city 1/1'])
    expect(drawn([], 'nothing like it')).toEqual([])
  })
})
