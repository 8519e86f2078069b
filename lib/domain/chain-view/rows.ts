import type { Folds } from './folds'
import { nodeKey, nodeOfKey, type ChainTree } from './tree'

export interface Row {
  /** `expected` is no event: a step that is waited for, after whatever else followed the event that waits. */
  kind: 'event' | 'fold' | 'missing' | 'section' | 'expected'
  key: string
  /** The node; of a fold, the node of its first event; of an expected step, the node that waits for it. */
  node: number
  /** Index into the folds; -1 for every other row. */
  fold: number
  /** 1 for the outermost rows, as `aria-level` counts. */
  level: number
  /** Place among the rows of the same parent row, from 1, and their number. */
  position: number
  setSize: number
  /** Index of the parent row, or -1. */
  parentRow: number
  /** null where there is nothing below. */
  expanded: boolean | null
  /** Events that this row stands for and that no other row shows. */
  hidden: number
  /** Overdue steps that this row is or hides, and that no other row is. */
  overdue: number
  /** Shut by nothing but its step being held. */
  holds: boolean
}

const KINDS = ['event', 'fold', 'missing', 'section', 'expected'] as const
const KIND = { event: 0, fold: 1, missing: 2, section: 3, expected: 4 } as const
const EXPECTED = 'expected '
/** Of a row: whether one sees what is below it; `LEAF` where there is nothing. */
const OPEN = 0
const SHUT = 1
const LEAF = 2

/** A row before its siblings are counted. */
export type WrittenRow = Omit<Row, 'key' | 'position' | 'setSize'>

/**
 * All rows of a tree. Their facts are numbers side by side, and a row is made of them when it is looked at: a screen
 * shows forty of 100,000, and making all of them held it up at every fold.
 */
export class Rows implements Iterable<Row> {
  length = 0
  /** By row. */
  readonly node: Int32Array
  readonly fold: Int32Array
  readonly level: Int32Array
  readonly parentRow: Int32Array
  readonly hidden: Int32Array
  private readonly position: Int32Array
  private setSize = new Int32Array(0)
  private readonly overdue: Int32Array
  /** Index into `KINDS`. */
  private readonly kinds: Uint8Array
  /** `OPEN`, `SHUT` or `LEAF`. */
  private readonly shut: Uint8Array
  private readonly holding: Uint8Array
  /** By node the row of its event, missing parent or section; -1 for none. */
  private readonly rowOf: Int32Array
  private readonly made = new Map<number, Row>()

  constructor(
    private readonly tree: ChainTree,
    private readonly folds: Folds,
    steps: number,
  ) {
    const most = tree.length + folds.all.length + steps
    this.node = new Int32Array(most)
    this.fold = new Int32Array(most)
    this.level = new Int32Array(most)
    this.parentRow = new Int32Array(most)
    this.hidden = new Int32Array(most)
    this.position = new Int32Array(most)
    this.overdue = new Int32Array(most)
    this.kinds = new Uint8Array(most)
    this.shut = new Uint8Array(most)
    this.holding = new Uint8Array(most)
    this.rowOf = new Int32Array(tree.length).fill(-1)
  }

  at(index: number): Row | undefined {
    if (!(index >= 0 && index < this.length)) return undefined
    const known = this.made.get(index)
    if (known !== undefined) return known
    const row: Row = {
      kind: this.kind(index),
      key: this.keyOf(index),
      node: this.node[index]!,
      fold: this.fold[index]!,
      level: this.level[index]!,
      position: this.position[index]!,
      setSize: this.setSize[this.parentRow[index]! + 1]!,
      parentRow: this.parentRow[index]!,
      expanded: this.expanded(index),
      hidden: this.hidden[index]!,
      overdue: this.overdue[index]!,
      holds: this.holding[index] === 1,
    }
    this.made.set(index, row)
    return row
  }

  kind(index: number): Row['kind'] {
    return KINDS[this.kinds[index]!]!
  }

  expanded(index: number): boolean | null {
    return this.shut[index] === LEAF ? null : this.shut[index] === OPEN
  }

  /** Overdue steps that the row is or hides. */
  overdueIn(index: number): number {
    return this.overdue[index]!
  }

  isHolding(index: number): boolean {
    return this.holding[index] === 1
  }

  /** Rows beside a row, itself among them, that are shut. */
  shutBeside({ parentRow }: Row): Row[] {
    const shut: Row[] = []
    for (let index = 0; index < this.length; index++)
      if (this.shut[index] === SHUT && this.parentRow[index] === parentRow) shut.push(this.at(index)!)
    return shut
  }

  /** The row of a key, which may be one of other rows; -1 where none has it. O(rows) for folds and expected steps. */
  indexOf(key: string): number {
    if (key.startsWith('fold '))
      return this.find(KIND.fold, (index) => this.folds.all[this.fold[index]!]!.key === key)
    if (!key.startsWith(EXPECTED)) return this.rowOf[nodeOfKey(this.tree, key)] ?? -1
    const waits = nodeOfKey(this.tree, key.slice(EXPECTED.length))
    return this.find(KIND.expected, (index) => this.node[index] === waits)
  }

  *[Symbol.iterator](): Generator<Row> {
    for (let index = 0; index < this.length; index++) yield this.at(index)!
  }

  /** Writes the next row. */
  push(row: WrittenRow): void {
    const index = this.length++
    this.kinds[index] = KIND[row.kind]
    this.node[index] = row.node
    this.fold[index] = row.fold
    this.level[index] = row.level
    this.parentRow[index] = row.parentRow
    this.shut[index] = row.expanded === null ? LEAF : row.expanded ? OPEN : SHUT
    this.hidden[index] = row.hidden
    this.overdue[index] = row.overdue
    this.holding[index] = row.holds ? 1 : 0
    if (row.kind !== 'fold' && row.kind !== 'expected') this.rowOf[row.node] = index
  }

  /** Counts the rows below each, when all are written. Index 0 counts the outermost ones, i + 1 those below row i. */
  numberSiblings(): this {
    this.setSize = new Int32Array(this.length + 1)
    for (let index = 0; index < this.length; index++)
      this.position[index] = ++this.setSize[this.parentRow[index]! + 1]!
    return this
  }

  private find(kind: number, is: (index: number) => boolean): number {
    for (let index = 0; index < this.length; index++)
      if (this.kinds[index] === kind && is(index)) return index
    return -1
  }

  private keyOf(index: number): string {
    if (this.kinds[index] === KIND.fold) return this.folds.all[this.fold[index]!]!.key
    const key = nodeKey(this.tree, this.node[index]!)
    return this.kinds[index] === KIND.expected ? `${EXPECTED}${key}` : key
  }
}
