import { Box } from '@/components/ui/box'
import { classNames } from '@/components/ui/class-names'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import type { Change } from '@/lib/contracts/compatibility'
import { MessageText } from './message-text'
import { glyphOf, kindWords, WEIGHT_TONES, weightOf } from './verdict-words'

interface ChangeListProps {
  changes: readonly Change[]
  current: number | null
  onChange: (index: number) => void
}

/** Every change as a sentence for the person who may break, with what it does in both directions. */
export function ChangeList({ changes, current, onChange }: ChangeListProps) {
  if (changes.length === 0) {
    return (
      <Box>
        <EmptyState title="Nothing changed">
          Both versions say the same, perhaps in other words: reordered keys and equivalent spellings are no
          changes.
        </EmptyState>
      </Box>
    )
  }
  return (
    <Box className="overflow-hidden">
      <ol>
        {changes.map((change, index) => (
          <li
            key={`${change.kind} ${change.path} ${index}`}
            data-change={index}
            className="border-b border-line last:border-b-0"
          >
            <button
              type="button"
              aria-pressed={current === index}
              onClick={() => onChange(index)}
              className={classNames(
                'grid w-full grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 px-3 py-2 text-left -outline-offset-2 hover:bg-hover',
                current === index && 'bg-accent-soft hover:bg-accent-soft',
              )}
            >
              <span aria-hidden className="font-mono text-ink-3">
                {glyphOf(change)}
              </span>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{kindWords(change.kind)}</span>
                <span translate="no" className="font-mono text-xs text-ink-2">
                  {change.field === '' ? 'data block' : change.field}
                </span>
                <ChangeClasses change={change} />
              </span>
              <span className="col-start-2 text-ink-2">
                <MessageText text={change.message} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Box>
  )
}

const TONES = { breaking: 'breaking', safe: 'safe', unknown: 'neutral' } as const

/** Both directions in words; what only documents or may shift meaning says so instead. */
export function ChangeClasses({ change }: { change: Change }) {
  const weight = weightOf(change)
  if (weight === 'documentation' || weight === 'risky') {
    return (
      <Tag tone={WEIGHT_TONES[weight]}>{weight === 'risky' ? 'risky: the meaning may shift' : weight}</Tag>
    )
  }
  return (
    <>
      <Tag tone={TONES[change.backward]} title="New readers, old events">
        backward {change.backward}
      </Tag>
      <Tag tone={TONES[change.forward]} title="Old readers, new events">
        forward {change.forward}
      </Tag>
    </>
  )
}
