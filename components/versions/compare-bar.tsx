'use client'

import { Button, IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { Tag } from '@/components/ui/tag'
import { COMPARE_VIEWS, type CompareView } from '@/lib/client/versions-url'
import type { Change, DirectionVerdict } from '@/lib/contracts/compatibility'
import type { Diff } from '@/lib/contracts/schema-version'
import { WEIGHTS, WEIGHT_TONES, weightOf, type Weight } from './verdict-words'

const VIEW_NAMES: Record<CompareView, string> = { trees: 'Trees', text: 'Text', list: 'List' }

interface CompareBarProps {
  labels: readonly string[]
  from: string
  to: string
  view: CompareView
  diff: Diff | undefined
  /** The change that is looked at. */
  current: number | null
  onPair: (from: string, to: string) => void
  onView: (view: CompareView) => void
  onChange: (index: number) => void
}

/** Which two versions, what the verdict is, how to look at them, and a way to each kind of change. */
export function CompareBar(props: CompareBarProps) {
  const { labels, from, to, view, diff, current, onPair, onView, onChange } = props
  const options = labels.map((label) => ({ value: label, label }))
  const count = diff?.changes.length ?? 0
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="flex items-center gap-1.5">
        <Select
          small
          aria-label="Before"
          className="w-30"
          value={from}
          options={options}
          onChange={(event) => onPair(event.target.value, to)}
        />
        <IconButton label="Swap the two versions" onClick={() => onPair(to, from)}>
          <span aria-hidden>⇄</span>
        </IconButton>
        <Select
          small
          aria-label="After"
          className="w-30"
          value={to}
          options={options}
          onChange={(event) => onPair(from, event.target.value)}
        />
      </div>
      <p
        role="status"
        className="flex min-h-7 min-w-0 flex-1 basis-72 flex-wrap items-center gap-x-2 gap-y-1"
      >
        {diff === undefined ? (
          <span className="text-ink-3">comparing …</span>
        ) : (
          <>
            <Direction name="backward" asks="New readers, old events" verdict={diff.backward} />
            <Direction name="forward" asks="Old readers, new events" verdict={diff.forward} />
            <Counts changes={diff.changes} current={current} onChange={onChange} />
          </>
        )}
      </p>
      <span className="flex items-center gap-1">
        <IconButton
          label="Previous change (p)"
          disabled={count === 0}
          onClick={() => onChange(((current ?? 0) - 1 + count) % count)}
        >
          <Icon name="chevron-left" />
        </IconButton>
        <span className="min-w-12 text-center text-xs text-ink-3">
          {current === null ? count : `${current + 1} of ${count}`}
        </span>
        <IconButton
          label="Next change (n)"
          disabled={count === 0}
          onClick={() => onChange(current === null ? 0 : (current + 1) % count)}
        >
          <Icon name="chevron-right" />
        </IconButton>
      </span>
      <span role="group" aria-label="Look at them as" className="flex gap-1">
        {COMPARE_VIEWS.map((each) => (
          <Button
            key={each}
            look={view === each ? 'plain' : 'quiet'}
            aria-pressed={view === each}
            onClick={() => onView(each)}
          >
            {VIEW_NAMES[each]}
          </Button>
        ))}
      </span>
    </div>
  )
}

const GLYPHS = { compatible: '✓', breaking: '✕', unknown: '?' } as const
const TONES = { compatible: 'safe', breaking: 'breaking', unknown: 'neutral' } as const

function Direction({ name, asks, verdict }: { name: string; asks: string; verdict: DirectionVerdict }) {
  return (
    <Tag tone={TONES[verdict.verdict]} title={asks + (verdict.reason ? `: ${verdict.reason}` : '')}>
      <span aria-hidden>{GLYPHS[verdict.verdict]}</span> {name}: {verdict.verdict}
    </Tag>
  )
}

/** "2 breaking, 1 risky, 4 safe": each goes to the next change of its kind. */
function Counts({
  changes,
  current,
  onChange,
}: {
  changes: readonly Change[]
  current: number | null
  onChange: (index: number) => void
}) {
  if (changes.length === 0) return <span className="text-ink-2">no change</span>
  const weights = changes.map(weightOf)
  function toNext(weight: Weight): void {
    const after = weights.findIndex((each, index) => each === weight && index > (current ?? -1))
    onChange(after === -1 ? weights.indexOf(weight) : after)
  }
  return (
    <span>
      {WEIGHTS.filter((weight) => weights.includes(weight)).map((weight, index) => (
        <span key={weight}>
          {index > 0 && ', '}
          <button
            type="button"
            onClick={() => toNext(weight)}
            className={`min-h-6 rounded-sm underline decoration-line-strong underline-offset-2 hover:decoration-current ${COLOURS[WEIGHT_TONES[weight]]}`}
          >
            {weights.filter((each) => each === weight).length} {weight}
          </button>
        </span>
      ))}
    </span>
  )
}

const COLOURS = {
  breaking: 'text-breaking',
  risky: 'text-risky',
  safe: 'text-safe',
  neutral: 'text-ink-2',
  accent: 'text-accent',
}
