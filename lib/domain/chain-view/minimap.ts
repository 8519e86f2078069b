import { placeOn, type Axis } from './axis'
import { instantOf, type TimeAxis } from './chain-view'
import type { Folds } from './folds'
import type { Row } from './rows'
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
  rows: readonly Row[],
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
  for (const [index, row] of rows.entries()) {
    const line = Math.floor((index / Math.max(rows.length, lines)) * lines)
    if (row.kind === 'missing') mark(line, 0, CELL.missing)
    if (row.kind === 'expected') {
      if (row.overdue > 0) mark(line, 1, CELL.missing)
      continue
    }
    const nodes = row.kind === 'fold' ? folds.all[row.fold]!.nodes : [row.node]
    for (const node of nodes) {
      const member = tree.chain.members[tree.member[node]!]
      if (member === undefined) continue
      const value =
        member.status === 'invalid' ? CELL.invalid : member.kind === 'cud' ? CELL.cud : CELL.domain
      mark(line, placeOn(axis, instantOf(member, timeAxis)), value)
    }
  }
  return cells
}
