import { expect, it } from 'vitest'
import { chainOf } from './chain-drawing'
import { matchMembers, matchRows } from './filter'
import { findFolds } from './folds'
import { listRows } from './list-rows'
import { layoutTree } from './tree'

const chain = chainOf(`
  PickListPrinted a 0
    ItemPicked b 1
    ItemPicked c 2
    ItemPicked d 3
    ParcelPacked e 4 invalid
      LabelPrinted f 5
`)

it('finds events by every word of the filter: names, ids, owners and what is wrong with them', () => {
  const found = (filter: string) =>
    [...(matchMembers(chain, filter) ?? [])].map((hit, i) => (hit ? chain.members[i]!.event_id : '')).join('')
  expect(found('picked')).toBe('bcd')
  expect(found('packed breaks')).toBe('e')
  expect(found('nothing like it')).toBe('')
  expect(matchMembers(chain, '  ')).toBeNull()
})

it('says how many of the events that a row hides match', () => {
  const tree = layoutTree(chain)
  const folds = findFolds(tree)
  const rows = [...listRows(tree, folds, { fold: true, level: null, flipped: new Set(['event e']) })]
  const matches = matchRows(tree, folds, matchMembers(chain, 'printed')!)
  expect(matches.total).toBe(2)
  expect([matches.next(0), matches.next(5)]).toEqual([5, 0])
  expect(rows.map((row) => [row.key, matches.own(row), matches.hiddenIn(row)])).toEqual([
    ['event a', true, 0],
    ['fold 1 "ItemPicked" event a', false, 0],
    ['event e', false, 1],
  ])
  const picked = matchRows(tree, folds, matchMembers(chain, 'picked')!)
  expect(picked.own(rows[1]!)).toBe(true)
  expect(picked.hiddenIn(rows[1]!)).toBe(3)
})
