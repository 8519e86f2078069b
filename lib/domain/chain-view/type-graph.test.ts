import { expect, it } from 'vitest'
import { chainOf } from './chain-drawing'
import { matchMembers } from './filter'
import { matchGraph, MISSING, typeGraph } from './type-graph'

it('counts types, and how they follow one another', () => {
  const { nodes, edges } = typeGraph(
    chainOf(`
      OrderPlaced a 0
        ItemPicked b 1 by:warehouse
        ItemPicked c 5 invalid
        ItemPicked d 2
          OrderPlaced e 2
      ? gone
        ItemPicked f 9
    `),
  )
  expect(nodes.map(({ id, count, invalid, owner }) => [id, count, invalid, owner])).toEqual([
    [MISSING, 1, 0, null],
    ['OrderPlaced', 2, 0, 'shop'],
    ['ItemPicked', 4, 1, 'shop'],
  ])
  expect(edges).toEqual([
    { from: 'OrderPlaced', to: 'ItemPicked', count: 3, delay_ms: 2_000 },
    { from: MISSING, to: 'ItemPicked', count: 1, delay_ms: null },
    { from: 'ItemPicked', to: 'OrderPlaced', count: 1, delay_ms: 0 },
  ])
})

it('tells which types and arrows a filter finds', () => {
  const chain = chainOf(`
    OrderPlaced a 0
      ItemPicked b 1
        ItemCounted c 5 by:stock
      InvoiceSent d 2
    ? gone
      ItemPicked f 9 invalid
  `)
  const graph = typeGraph(chain)
  const found = (filter: string) => {
    const { types, isArrow } = matchGraph(chain, matchMembers(chain, filter)!)
    const arrows = graph.edges.filter(isArrow)
    return [[...types], arrows.map(({ from, to }) => `${from}>${to}`).sort()]
  }
  expect(found('picked')).toEqual([
    [['ItemPicked', 2]],
    [`${MISSING}>ItemPicked`, 'ItemPicked>ItemCounted', 'OrderPlaced>ItemPicked'],
  ])
  expect(found('breaks schema')).toEqual([[['ItemPicked', 1]], [`${MISSING}>ItemPicked`]])
  expect(found('stock')).toEqual([[['ItemCounted', 1]], ['ItemPicked>ItemCounted']])
  expect(found('nowhere')).toEqual([[], []])
})
