'use client'

import { useEffect, useRef } from 'react'
import { SchemaPlace } from '@/components/event/schema-place'
import { Box } from '@/components/ui/box'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Tag, type Tone } from '@/components/ui/tag'
import type { Change, CompatibilityAnswer, DirectionVerdict, Verdict } from '@/lib/contracts/compatibility'

const TONES: Record<Verdict, Tone> = { compatible: 'safe', breaking: 'breaking', unknown: 'neutral' }
const GLYPHS: Record<Verdict, string> = { compatible: '✓', breaking: '✕', unknown: '?' }

interface VerdictBoxProps {
  base: string
  answer: CompatibilityAnswer | null
  stale: boolean
  /** The change whose event is asked for. */
  witness: number | null
  onWitness: (change: number | null) => void
  /** Without it the places are words: there is no text to go to. */
  onReveal?: (pointer: string) => void
}

/** What the draft does to those who read the version it continues: both directions, the changes, and the events that prove it. */
export function VerdictBox({ base, answer, stale, witness, onWitness, onReveal }: VerdictBoxProps) {
  return (
    <Box
      title={`Compared with ${base}`}
      aside={<span role="status">{stale || !answer ? 'comparing …' : countChanges(answer)}</span>}
    >
      {answer && (
        <>
          <Direction name="backward" asks="New readers, old events" verdict={answer.backward} />
          <Direction name="forward" asks="Old readers, new events" verdict={answer.forward} />
          {answer.differences.length > 0 && (
            <details className="px-3 pb-2 text-ink-3">
              <summary className="min-h-6 cursor-pointer">
                Other policies say otherwise ({answer.differences.length})
              </summary>
              <ul aria-label="Other policies" className="flex flex-col gap-1">
                {answer.differences.map(({ policy, direction, message }) => (
                  <li key={`${policy} ${direction}`}>
                    {direction === 'backward' ? 'Backward' : 'Forward'}: {message}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {answer.changes.length > 0 && (
            <ul aria-label="Changes" className="max-h-80 overflow-y-auto border-t border-line py-1">
              {answer.changes.map((change, index) => (
                <ChangeLine
                  key={`${change.kind} ${change.path}`}
                  change={change}
                  open={witness === index}
                  onToggle={() => onWitness(witness === index ? null : index)}
                  onReveal={onReveal && (() => onReveal(change.path))}
                />
              ))}
            </ul>
          )}
        </>
      )}
    </Box>
  )
}

interface ChangeLineProps {
  change: Change
  open: boolean
  onToggle: () => void
  onReveal?: () => void
}

function ChangeLine({ change, open, onToggle, onReveal }: ChangeLineProps) {
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (open) line.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const { backward, forward } = change.witnesses
  const hasWitness = backward !== undefined || forward !== undefined
  return (
    <li ref={line} className="px-3 py-1">
      {onReveal ? (
        <button
          type="button"
          onClick={onReveal}
          className="group min-h-6 rounded-sm text-left font-mono text-xs text-ink-2 underline decoration-line-strong underline-offset-2 hover:text-ink"
        >
          <SchemaPlace pointer={change.path || '/'} />
        </button>
      ) : (
        <code className="text-xs text-ink-2">
          <SchemaPlace pointer={change.path || '/'} />
        </code>
      )}{' '}
      <span>{change.message.replaceAll('`', '')}</span>{' '}
      {hasWitness && (
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="min-h-6 rounded-sm text-breaking underline underline-offset-2"
        >
          {open ? 'Hide the event' : 'The event that breaks'}
        </button>
      )}
      {open && <Event value={backward} words="An old event that new readers reject" />}
      {open && <Event value={forward} words="A new event that old readers reject" />}
    </li>
  )
}

function Event({ value, words }: { value: unknown; words: string }) {
  if (value === undefined) return null
  const text = JSON.stringify(value, null, 2)
  return (
    <div className="mt-1">
      <p className="flex items-center text-xs text-ink-3">
        {words}
        <CopyButton text={text} what="witness" className="ml-auto" />
      </p>
      <CodeBlock label={words} className="max-h-40 rounded-md bg-sunken px-2.5 py-1.5">
        {text}
      </CodeBlock>
    </div>
  )
}

function Direction({ name, asks, verdict }: { name: string; asks: string; verdict: DirectionVerdict }) {
  const witness = verdict.witness === undefined ? null : JSON.stringify(verdict.witness, null, 2)
  return (
    <div className="px-3 py-2">
      <p className="flex flex-wrap items-center gap-2">
        <Tag tone={TONES[verdict.verdict]}>
          <span aria-hidden>{GLYPHS[verdict.verdict]}</span> {name} {verdict.verdict}
        </Tag>
        <span className="text-ink-3">{asks}</span>
        {witness !== null && <CopyButton text={witness} what="witness" className="ml-auto" />}
      </p>
      {verdict.reason !== undefined && <p className="mt-1 text-ink-2">{verdict.reason}</p>}
      {witness !== null && (
        <CodeBlock label={`Witness, ${name}`} className="mt-1.5 max-h-40 rounded-md bg-sunken px-2.5 py-1.5">
          {witness}
        </CodeBlock>
      )}
    </div>
  )
}

function countChanges({ changes }: CompatibilityAnswer): string {
  return changes.length === 0 ? 'no changes' : `${changes.length} change${changes.length === 1 ? '' : 's'}`
}
