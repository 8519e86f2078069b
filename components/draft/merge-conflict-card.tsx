import { useId } from 'react'
import { classNames } from '@/components/ui/class-names'
import { CodeBlock } from '@/components/ui/code-block'
import type { Json } from '@/lib/domain/json/json'
import type { DraftConflict } from '@/lib/domain/review/merge-drafts'
import { placeWords } from './place-words'

interface MergeConflictCardProps {
  conflict: DraftConflict
  chosen: 'mine' | 'theirs' | null
  onChoose: (side: 'mine' | 'theirs') => void
}

/** One place that two people changed, both values side by side, and the choice. */
export function MergeConflictCard({ conflict, chosen, onChoose }: MergeConflictCardProps) {
  const name = useId()
  const words = placeWords(conflict)
  return (
    <fieldset className="min-w-0 rounded-md border border-line">
      <legend className="sr-only">{words}</legend>
      <div className="border-b border-line px-3 py-1.5">
        <p aria-hidden translate="no" className="font-mono text-xs">
          {words}
        </p>
        <p className="text-xs text-ink-3">
          {conflict.base === undefined || conflict.base === '' ? (
            'It was not there'
          ) : (
            <>
              It was <Short value={conflict.base} />
            </>
          )}
        </p>
      </div>
      <div className="grid sm:grid-cols-2 sm:divide-x sm:divide-line">
        {(['mine', 'theirs'] as const).map((side) => (
          <div
            key={side}
            className={classNames(
              'flex min-w-0 flex-col gap-1 px-3 py-2 max-sm:border-t max-sm:border-line',
              chosen === side && 'bg-accent-soft',
            )}
          >
            <label className="flex min-h-6 items-center gap-2 font-medium">
              <input
                type="radio"
                name={name}
                checked={chosen === side}
                onChange={() => onChoose(side)}
                className="size-3.5 accent-accent"
              />
              {side === 'mine' ? 'Yours' : 'Theirs'}
            </label>
            <Value
              text={textOf(conflict[side])}
              label={`${words}: ${side === 'mine' ? 'yours' : 'theirs'}`}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/** Longer texts scroll, and are stops of the Tab key for that; each short one would only be in the way. */
const SHORT = { lines: 6, characters: 200 }

function Value({ text, label }: { text: string; label: string }) {
  const className = 'max-h-48 font-mono text-xs whitespace-pre-wrap'
  return text.length <= SHORT.characters && text.split('\n').length <= SHORT.lines ? (
    <pre translate="no" className={className}>
      {text}
    </pre>
  ) : (
    <CodeBlock label={label} className={className}>
      {text}
    </CodeBlock>
  )
}

function Short({ value }: { value: Json }) {
  const text = textOf(value)
  return (
    <span translate="no" className="font-mono" title={text}>
      {text.length > 80 ? `${text.slice(0, 80)}…` : text}
    </span>
  )
}

/** Texts of a draft as they are, values of a schema as JSON. */
function textOf(value: Json | undefined): string {
  if (value === undefined || value === null || value === '') return '(taken out)'
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}
