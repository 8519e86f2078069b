import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awaitedSteps, type AwaitedStep } from './awaited'
import { chainOf, drawing, drawRows } from './chain-drawing'
import type { ViewChain } from './chain-view'
import { findFolds } from './folds'
import { heldPlaces, listRows, reveal, type RowOptions } from './list-rows'
import { layoutTree } from './tree'

const open: RowOptions = { fold: false, level: null, flipped: new Set() }

function draw(chain: ViewChain, options: Partial<RowOptions> = {}): string {
  const tree = layoutTree(chain)
  const folds = findFolds(tree)
  return drawRows(tree, folds, listRows(tree, folds, { ...open, ...options }))
}

const order = chainOf(`
  OrderPlaced a 0
    StockReserved b 2
    PaymentAuthorised c 4
      CardUpdated d 5 cud invalid
    ParcelPacked e 30
  ? gone
    LabelPrinted f 56
    CarrierNotified g 57
  ~ReportFilled h 60
    ReportSent i 61
`)

describe('the rows of a chain', () => {
  it('are the chain as it was drawn, a missing parent on its own and shared traces in a section', () => {
    expect(draw(order)).toBe(
      drawing(`
        - OrderPlaced a 1/3
          · StockReserved b 1/3
          - PaymentAuthorised c 2/3
            · CardUpdated d 1/1
          · ParcelPacked e 3/3
        - ? gone 2/3
          · LabelPrinted f 1/2
          · CarrierNotified g 2/2
        - same trace 3/3
          - ReportFilled h 1/1
            · ReportSent i 1/1
      `),
    )
  })

  it('hide what is below a shut row, and say how much', () => {
    expect(draw(order, { flipped: new Set(['event c', 'missing gone', 'trace']) })).toBe(
      drawing(`
        - OrderPlaced a 1/3
          · StockReserved b 1/3
          + PaymentAuthorised c 2/3 (1 hidden)
          · ParcelPacked e 3/3
        + ? gone 2/3 (2 hidden)
        + same trace 3/3 (2 hidden)
      `),
    )
  })

  it('collapse by level, with exceptions', () => {
    expect(draw(order, { level: 1, flipped: new Set(['missing gone']) })).toBe(
      drawing(`
        + OrderPlaced a 1/3 (4 hidden)
        - ? gone 2/3
          · LabelPrinted f 1/2
          · CarrierNotified g 2/2
        + same trace 3/3 (2 hidden)
      `),
    )
  })

  const picking = chainOf(`
    PickListPrinted a 0
      ItemPicked b 1
        ItemScanned b2 2
      ItemMissed x 2
      ItemPicked c 3
        ItemScanned c2 4
      ItemPicked d 5 late
        ItemScanned d2 6
      ItemPicked e 7
        ItemScanned e2 8
      ItemPicked f 9
  `)

  it('fold equal siblings at the place of the first: equal below too, and with the same flags', () => {
    expect(draw(picking, { fold: true })).toBe(
      drawing(`
        - PickListPrinted a 1/1
          + ItemPicked ×3 1/4 (6 hidden)
          · ItemMissed x 2/4
          - ItemPicked d 3/4
            · ItemScanned d2 1/1
          · ItemPicked f 4/4
      `),
    )
  })

  it('open a fold one level further in, so that the row it stands for stays', () => {
    const flipped = new Set(['fold 1 "ItemPicked" event a', 'event c'])
    expect(draw(picking, { fold: true, flipped })).toBe(
      drawing(`
        - PickListPrinted a 1/1
          - ItemPicked ×3 1/4
            - ItemPicked b 1/3
              · ItemScanned b2 1/1
            + ItemPicked c 2/3 (1 hidden)
            - ItemPicked e 3/3
              · ItemScanned e2 1/1
          · ItemMissed x 2/4
          - ItemPicked d 3/4
            · ItemScanned d2 1/1
          · ItemPicked f 4/4
      `),
    )
  })

  it('are none for an empty chain', () => {
    expect(draw({ focus: '', members: [], missing: [], large_traces: [], truncated: false })).toBe('')
  })

  it('hold a line of 100,000 events and a fan of 100,000', () => {
    const [one] = order.members
    const members = Array.from({ length: 100_000 }, (_, i) => ({ ...one!, event_id: `e${i}`, depth: i }))
    const line = layoutTree({ focus: 'e0', members, missing: [], large_traces: [], truncated: false })
    const rows = listRows(line, findFolds(line), { ...open, fold: true })
    expect(rows).toHaveLength(100_000)
    expect(rows.at(rows.length - 1)!.level).toBe(100_000)

    const fan = layoutTree({
      focus: 'e0',
      members: members.map((member, i) => ({ ...member, depth: Math.min(i, 1) })),
      missing: [],
      large_traces: [],
      truncated: false,
    })
    expect(listRows(fan, findFolds(fan), { ...open, fold: true })).toHaveLength(2)
    expect(listRows(fan, findFolds(fan), open).at(99_999)).toMatchObject({
      position: 99_999,
      setSize: 99_999,
    })
    const awaited = awaitedSteps(fan, [stepAfter('e99999')], null)
    const [, fold] = listRows(fan, findFolds(fan), { ...open, fold: true }, awaited)
    expect(fold).toMatchObject({ hidden: 99_999, overdue: 1 })
  })
})

const shop = chainOf(`
  OrderPlaced a 0
    PaymentAuthorised b 4
      CardUpdated c 5
    ItemPicked d 6
    ItemPicked e 7
    ItemPicked f 8
`)
const stepAfter = (event_id: string, state: AwaitedStep['state'] = 'overdue'): AwaitedStep => ({
  event_id,
  state,
  type: '',
  version: '1.0.0',
  n: 60,
  ended_share: 0,
  alternatives: [{ type: 'PaymentCaptured', share: 1 }],
  share: 1,
  exception: null,
  p95_ms: 1_000,
  due_ms: 2_000,
  waited_ms: state === 'overdue' ? 9_000 : 500,
  owner: null,
})

describe('the rows of steps that are waited for', () => {
  const steps = [stepAfter('b'), stepAfter('d'), stepAfter('e'), stepAfter('f', 'in-time')]
  const drawn = (options: Partial<RowOptions> = {}) => {
    const tree = layoutTree(shop)
    const folds = findFolds(tree)
    const awaited = awaitedSteps(tree, steps, null)
    return drawRows(tree, folds, listRows(tree, folds, { ...open, ...options }, awaited))
  }

  it('stand after whatever else followed the event that waits', () => {
    expect(drawn()).toBe(
      drawing(`
        - OrderPlaced a 1/1
          - PaymentAuthorised b 1/4
            · CardUpdated c 1/2
            · expected after b 2/2 !1
          - ItemPicked d 2/4
            · expected after d 1/1 !1
          - ItemPicked e 3/4
            · expected after e 1/1 !1
          - ItemPicked f 4/4
            · expected after f 1/1
      `),
    )
  })

  it('are held where they became known later: nothing moves, and the event tells of it', () => {
    const tree = layoutTree(shop)
    const folds = findFolds(tree)
    const awaited = awaitedSteps(tree, steps, null, new Set(['e']))
    const rows = (options: Partial<RowOptions> = {}) =>
      listRows(tree, folds, { ...open, ...options }, awaited)
    expect(drawRows(tree, folds, rows())).toBe(
      drawing(`
        - OrderPlaced a 1/1
          - PaymentAuthorised b 1/4 !1
            · CardUpdated c 1/1
          + ItemPicked d 2/4 !1
          - ItemPicked e 3/4
            · expected after e 1/1 !1
          + ItemPicked f 4/4
      `),
    )
    expect([...rows()].filter(({ holds }) => holds)).toHaveLength(2)
    // What is shut anyway is not shut by that.
    expect([...rows({ level: 2 })].some(({ holds }) => holds)).toBe(false)
  })

  it('that are held have a place each: what it would push down, the end, or none where something shuts it in', () => {
    const tree = layoutTree(shop)
    const folds = findFolds(tree)
    const awaited = awaitedSteps(tree, steps, null, new Set())
    const places = (options: Partial<RowOptions> = {}) => {
      const found = heldPlaces(listRows(tree, folds, { ...open, ...options }, awaited), awaited)
      return [...found]
        .map(([node, place]) => `${shop.members[tree.member[node]!]!.event_id} ${place}`)
        .sort()
    }
    // Rows: a, b, c, d, e, f.
    expect(places()).toEqual(['b 3', 'd 4', 'e 5', 'f 6'])
    expect(places({ flipped: new Set(['event b']) })).toEqual(['b -1', 'd 3', 'e 4', 'f 5'])
    expect(places({ fold: true })).toEqual(['b 3', 'd -1', 'e -1', 'f -1'])
    expect(places({ level: 1 })).toEqual(['b -1', 'd -1', 'e -1', 'f -1'])
  })

  it('are told of by the row that hides them, and no event is counted for them', () => {
    expect(drawn({ fold: true, flipped: new Set(['event b']) })).toBe(
      drawing(`
        - OrderPlaced a 1/1
          + PaymentAuthorised b 1/2 (1 hidden) !1
          + ItemPicked ×3 2/2 (3 hidden) !2
      `),
    )
    expect(drawn({ level: 2 })).toBe(
      drawing(`
        - OrderPlaced a 1/1
          + PaymentAuthorised b 1/4 (1 hidden) !1
          + ItemPicked d 2/4 !1
          + ItemPicked e 3/4 !1
          + ItemPicked f 4/4
      `),
    )
  })
})

/** Any chain: depths that grow by one at most, few types so that folds happen, missing parents here and there. */
const anyChain = fc
  .array(
    fc.record({
      step: fc.integer({ min: -3, max: 1 }),
      type: fc.constantFrom('A', 'B'),
      gone: fc.boolean(),
      byTrace: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((steps): ViewChain => {
    const lines: string[] = []
    let depth = -1
    let byTrace = false
    for (const [i, step] of steps.entries()) {
      depth = Math.max(0, Math.min(depth + step.step, depth + 1))
      if (depth === 0) byTrace = step.byTrace
      if (depth === 0 && step.gone) {
        lines.push(`? gone${i}`)
        depth = 1
      }
      lines.push(`${'  '.repeat(depth)}${byTrace ? '~' : ''}${step.type} e${i} ${i}`)
    }
    return chainOf(lines.join('\n'))
  })
const anyOptions = fc.record({ fold: fc.boolean(), level: fc.option(fc.integer({ min: 1, max: 4 })) })

describe('whatever is folded, shut or flipped', () => {
  it('every event is a row or counted in exactly one, and so is every overdue step', () => {
    fc.assert(
      fc.property(anyChain, anyOptions, fc.array(fc.nat(80)), fc.nat(3), (chain, options, flips, nth) => {
        const tree = layoutTree(chain)
        const folds = findFolds(tree)
        const steps = chain.members.flatMap(({ event_id }, i) =>
          i % 4 < nth ? [stepAfter(event_id, i % 3 === 0 ? 'in-time' : 'overdue')] : [],
        )
        const drawn = new Set(steps.filter((_, i) => i % 2 === nth % 2).map(({ event_id }) => event_id))
        const awaited = awaitedSteps(tree, steps, null, drawn)
        const all = [...listRows(tree, folds, { ...options, flipped: new Set() }, awaited)]
        const flipped = new Set(flips.map((flip) => all[flip % Math.max(1, all.length)]?.key ?? ''))
        const rows = [...listRows(tree, folds, { ...options, flipped }, awaited)]
        expect(rows.reduce((sum, row) => sum + row.overdue, 0)).toBe(awaited.overdue.length)
        const shown = rows.filter((row) => row.kind === 'event').length
        expect(shown + rows.reduce((sum, row) => sum + row.hidden, 0)).toBe(chain.members.length)
        expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
      }),
    )
  })

  it('levels, positions and set sizes agree with the parent rows', () => {
    fc.assert(
      fc.property(anyChain, anyOptions, (chain, options) => {
        const tree = layoutTree(chain)
        const awaited = awaitedSteps(
          tree,
          chain.members.slice(2, 5).map(({ event_id }) => stepAfter(event_id)),
          null,
        )
        const rows = [...listRows(tree, findFolds(tree), { ...options, flipped: new Set() }, awaited)]
        for (const [index, row] of rows.entries()) {
          const siblings = rows.filter((other) => other.parentRow === row.parentRow)
          expect(row.parentRow).toBeLessThan(index)
          expect(row.level).toBe((rows[row.parentRow]?.level ?? 0) + 1)
          expect(siblings[row.position - 1]).toBe(row)
          expect(row.setSize).toBe(siblings.length)
        }
      }),
    )
  })

  it('an event that is revealed has its row', () => {
    fc.assert(
      fc.property(anyChain, anyOptions, fc.nat(39), fc.array(fc.nat(80)), (chain, options, pick, flips) => {
        fc.pre(chain.members.length > 0)
        const member = pick % chain.members.length
        const tree = layoutTree(chain)
        const folds = findFolds(tree)
        const all = [...listRows(tree, folds, { ...options, flipped: new Set() })]
        const before = { ...options, flipped: new Set(flips.map((flip) => all[flip % all.length]!.key)) }
        const flipped = reveal(tree, folds, before, member)
        const rows = [...listRows(tree, folds, { ...options, flipped })]
        expect(rows.some((row) => row.kind === 'event' && tree.member[row.node] === member)).toBe(true)
      }),
    )
  })
})
