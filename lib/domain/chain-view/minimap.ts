import { placeOn, type Axis } from './axis'
import { instantOf, type TimeAxis } from './chain-view'
import type { Folds } from './folds'
import type { Rows } from './rows'
import type { ChainTree } from './tree'

/** What a cell of the minimap holds; where several events share one, the highest wins, so that no trouble is hidden. */
export const CELL = { empty: 0, cud: 1, domain: 2, missing: 3, invalid: 4 } as const

/**
 * The whole chain as a small picture, row by row from the top, time to the right: `columns` × `lines` cells in reading
 * order of the cells. O(rows + events in folds).
 */
export function drawMinimap(
  tree: ChainTree,
  folds: Folds,
  rows: Rows,
  axis: Axis,
  timeAxis: TimeAxis,
  columns: number,
  lines: number,
): Uint8Array {
  const cells = new Uint8Array(columns * lines)
  const mark = (line: number, share: number, value: number) => {
    const index = line * columns + Math.min(columns - 1, Math.floor(share * columns))
    if (cells[index]! < value) cells[index] = value
  }
  const draw = (line: number, node: number) => {
    const member = tree.chain.members[tree.member[node]!]
    if (member === undefined) return
    const value = member.status === 'invalid' ? CELL.invalid : member.kind === 'cud' ? CELL.cud : CELL.domain
    mark(line, placeOn(axis, instantOf(member, timeAxis)), value)
  }
  for (let index = 0; index < rows.length; index++) {
    const line = Math.floor((index / Math.max(rows.length, lines)) * lines)
    switch (rows.kind(index)) {
      case 'missing':
        mark(line, 0, CELL.missing)
        break
      case 'expected':
        if (rows.overdueIn(index) > 0) mark(line, 1, CELL.missing)
        break
      case 'fold':
        for (const node of folds.all[rows.fold[index]!]!.nodes) draw(line, node)
        break
      default:
        draw(line, rows.node[index]!)
    }
  }
  return cells
}
