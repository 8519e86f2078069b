'use client'

import { useRef, useState } from 'react'
import type { ChainState } from '@/lib/client/chain-url'
import { useGlobalKeys } from '@/lib/client/use-keys'
import type { Matches } from '@/lib/domain/chain-view/filter'
import { group } from '@/lib/domain/chain-view/facts'
import { Button, buttonClass } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { classNames } from '@/components/ui/class-names'
import { FoldingButton } from '@/components/ui/folding-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { SetChainState } from './use-chain-state'

interface ChainToolbarProps {
  state: ChainState
  setState: SetChainState
  matches: Matches | null
  /** Whether the axis has a silence to leave out. */
  hasSilence: boolean
  deepest: number
  /** Shows the next event that matches. */
  onNextMatch: () => void
  exportMenu: React.ReactNode
  /** Opens the slider of what was known when; absent where there is nothing to slide through. */
  onKnew?: (() => void) | undefined
}

const LEVELS = 4

export function ChainToolbar(props: ChainToolbarProps) {
  const { state, setState, matches, hasSilence, deepest, onNextMatch, exportMenu, onKnew } = props
  const field = useRef<HTMLInputElement>(null)
  useGlobalKeys({ find: () => field.current?.focus() })
  const tree = state.view === 'tree'
  // On a phone they would stand between a person and the first event.
  const [optionsShown, setOptionsShown] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-5 py-1.5">
      <div role="group" aria-label="View" className="flex gap-1">
        {(['tree', 'graph', 'table'] as const).map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={state.view === view}
            onClick={() => void setState({ view }, { history: 'push' })}
            className={buttonClass(state.view === view ? 'plain' : 'quiet', 'normal', 'capitalize')}
          >
            {view}
          </button>
        ))}
      </div>
      <FoldingButton
        label="Options"
        controls="chain-options"
        open={optionsShown}
        onToggle={() => setOptionsShown(!optionsShown)}
        className="ml-auto sm:!hidden"
      />
      <div className="flex min-w-48 flex-1 items-center gap-2 sm:max-w-80">
        <Input
          ref={field}
          type="search"
          value={state.q}
          aria-label="Filter events of the chain"
          placeholder="Filter by type, owner, id, flag"
          className="!h-7"
          onChange={(event) => void setState({ q: event.target.value || null })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onNextMatch()
          }}
        />
        <span role="status" className="shrink-0 text-xs whitespace-nowrap text-ink-3">
          {matches !== null && `${group(matches.total)} ${matches.total === 1 ? 'matches' : 'match'}`}
        </span>
      </div>
      <div
        id="chain-options"
        className={classNames(
          'flex-wrap items-center gap-x-3 gap-y-1 sm:ml-auto sm:flex',
          optionsShown ? 'flex' : 'hidden',
        )}
      >
        {tree && (
          <>
            <Checkbox
              label="Fold equal siblings"
              checked={state.fold}
              onChange={(event) => void setState({ fold: event.target.checked, flip: null })}
            />
            {hasSilence && (
              <Checkbox
                label="Silences in full"
                title="Do not shorten the stretches in which nothing happened"
                checked={state.scale}
                onChange={(event) => void setState({ scale: event.target.checked })}
              />
            )}
            {deepest > 1 && (
              <Select
                small
                className="w-28"
                aria-label="Levels shown"
                none="All levels"
                value={state.level ?? ''}
                options={Array.from({ length: Math.min(LEVELS, deepest) }, (_, i) => ({
                  value: String(i + 1),
                  label: i === 0 ? '1 level' : `${i + 1} levels`,
                }))}
                onChange={(event) =>
                  void setState({
                    level: event.target.value === '' ? null : Number(event.target.value),
                    flip: null,
                  })
                }
              />
            )}
            <Select
              small
              className="w-36"
              aria-label="Time axis"
              value={state.axis}
              options={[
                { value: 'created', label: 'Time of creation' },
                { value: 'received', label: 'Time of receipt' },
              ]}
              onChange={(event) =>
                void setState({ axis: event.target.value === 'received' ? 'received' : 'created' })
              }
            />
          </>
        )}
        {onKnew !== undefined && (
          <Button size="small" className="!h-7" aria-pressed={state.knew !== null} onClick={onKnew}>
            What we knew
          </Button>
        )}
        {exportMenu}
      </div>
    </div>
  )
}
