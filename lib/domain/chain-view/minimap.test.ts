import { expect, it } from 'vitest'
import { buildAxis } from './axis'
import { chainOf, drawing } from './chain-drawing'
import { instantOf } from './chain-view'
import { findFolds } from './folds'
import { drawMinimap } from './minimap'
import { listRows } from './list-rows'
import { layoutTree } from './tree'

it('shows every row at its height and its moment, trouble before anything else', () => {
  const chain = chainOf(`
    OrderPlaced a 0
      CartDeleted b 4 cud
      ItemPicked c 2
      ItemPicked d 6
      ItemPicked e 9
      CardUpdated f 9.9 invalid
    ? gone
      LabelPrinted g 5
  `)
  const tree = layoutTree(chain)
  const folds = findFolds(tree)
  const rows = listRows(tree, folds, { fold: true, level: null, flipped: new Set() })
  const axis = buildAxis(
    Float64Array.from(chain.members, (member) => instantOf(member, 'created')),
    true,
  )
  const picture = (lines: number) => {
    const cells = drawMinimap(tree, folds, rows, axis, 'created', 10, lines)
    return Array.from({ length: lines }, (_, line) =>
      [...cells.slice(line * 10, line * 10 + 10)].map((cell) => ' .o?X'[cell]).join(''),
    ).join('\n')
  }
  expect(picture(6)).toBe(
    ['o         ', '    .     ', '  o   o  o', '         X', '?         ', '     o    '].join('\n'),
  )
  expect(drawing(picture(2))).toBe(drawing('o o . o  o\n?    o   X'))
})
