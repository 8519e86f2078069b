'use client'

import { Box } from '@/components/ui/box'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Tag, type Tone } from '@/components/ui/tag'
import type { CompatibilityAnswer, DirectionVerdict, Verdict } from '@/lib/contracts/compatibility'

const TONES: Record<Verdict, Tone> = { compatible: 'safe', breaking: 'breaking', unknown: 'neutral' }
const GLYPHS: Record<Verdict, string> = { compatible: '✓', breaking: '✕', unknown: '?' }

/** What the draft does to those who read the version it continues: both directions, the witness, the changes. */
export function VerdictBox({
  base,
  answer,
  stale,
}: {
  base: string
  answer: CompatibilityAnswer | undefined
  stale: boolean
}) {
  return (
    <Box
      title={`Compared with ${base}`}
      aside={<span role="status">{stale || !answer ? 'comparing …' : countChanges(answer)}</span>}
    >
      {answer && (
        <div className={stale ? 'opacity-60' : ''}>
          <Direction name="backward" asks="New readers, old events" verdict={answer.backward} />
          <Direction name="forward" asks="Old readers, new events" verdict={answer.forward} />
          {answer.changes.length > 0 && (
            <ul className="max-h-64 overflow-y-auto border-t border-line py-1">
              {answer.changes.map((change) => (
                <li key={`${change.kind} ${change.path}`} className="px-3 py-1">
                  <span className="font-mono text-xs text-ink-2 [overflow-wrap:anywhere]">
                    {change.path || '/'}
                  </span>{' '}
                  <span className="[overflow-wrap:anywhere]">{change.message}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Box>
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
