'use client'

import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { ChainState } from '@/lib/client/chain-url'
import { awaitedSteps, type Awaited, type AwaitedStep } from '@/lib/domain/chain-view/awaited'
import type { Axis } from '@/lib/domain/chain-view/axis'
import { matchMembers, matchRows, type Matches } from '@/lib/domain/chain-view/filter'
import type { Folds } from '@/lib/domain/chain-view/folds'
import { listRows, reveal, type RowOptions } from '@/lib/domain/chain-view/list-rows'
import type { Rows } from '@/lib/domain/chain-view/rows'
import type { ChainTree } from '@/lib/domain/chain-view/tree'
import { useExpected } from './use-expected'

export interface ChainRows {
  tree: ChainTree
  folds: Folds
  rows: Rows
  axis: Axis
  /** null while no filter is set. */
  matches: Matches | null
  /** By member, 1 where it matches the filter; null while none is set. */
  matched: Uint8Array | null
  options: RowOptions
  awaited: Awaited
  /**
   * Gives steps that are held their rows, those after some events, or all: one has turned something, and expects what is
   * below to move.
   */
  release: (events?: readonly string[]) => void
}

interface Drawn {
  tree: ChainTree
  folds: Folds
  /** Whether equal siblings are folded. */
  fold: boolean
  axis: Axis
  state: ChainState
  flipped: ReadonlySet<string>
  /** Member whose row is shown whatever shuts it in; -1 for none. */
  opened: number
  /** Moment of what the chain shows, in milliseconds since 1970; undefined for now. */
  moment: number | undefined
}

/** What the tree draws, each part made again only when what it is made of has changed. */
export function useChainRows({ tree, folds, fold, axis, state, flipped, opened, moment }: Drawn): ChainRows {
  const { chain } = tree
  const filter = useDeferredValue(state.q)
  const options = useMemo(() => {
    const asked = { fold, level: state.level, flipped }
    return opened === -1 ? asked : { ...asked, flipped: reveal(tree, folds, asked, opened) }
  }, [tree, folds, fold, state.level, flipped, opened])
  const expected = useExpected(chain.focus)
  const [drawn, setDrawn] = useState(() => idsOf(expected))
  const awaited = useMemo(
    () => awaitedSteps(tree, expected, moment ?? null, drawn),
    [tree, expected, moment, drawn],
  )
  const rows = useMemo(() => listRows(tree, folds, options, awaited), [tree, folds, options, awaited])
  const matched = useMemo(() => matchMembers(chain, filter), [chain, filter])
  const matches = useMemo(
    () => (matched === null ? null : matchRows(tree, folds, matched)),
    [matched, tree, folds],
  )
  const release = useCallback(
    (events?: readonly string[]) => {
      setDrawn((before) => new Set(events === undefined ? idsOf(expected) : [...before, ...events]))
    },
    [expected],
  )
  return useMemo(
    () => ({ tree, folds, rows, axis, matches, matched, options, awaited, release }),
    [tree, folds, rows, axis, matches, matched, options, awaited, release],
  )
}

function idsOf(expected: readonly AwaitedStep[]): ReadonlySet<string> {
  return new Set(expected.map(({ event_id }) => event_id))
}
