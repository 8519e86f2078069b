import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Tag } from '@/components/ui/tag'
import type { Change } from '@/lib/contracts/compatibility'
import type { Diff } from '@/lib/contracts/schema-version'
import { ChangeClasses } from './change-list'
import { MessageText } from './message-text'
import { kindWords } from './verdict-words'

interface EvidenceBoxProps {
  diff: Diff
  /** The change that is looked at, or null for the whole difference. */
  change: Change | null
  onBack: () => void
}

/** What is known about one change, or about the difference as a whole: the sentence, and events that prove it. */
export function EvidenceBox({ diff, change, onBack }: EvidenceBoxProps) {
  const witnesses = change?.witnesses ?? { backward: diff.backward.witness, forward: diff.forward.witness }
  return (
    <div className="flex flex-col gap-3">
      {change !== null && (
        <Box
          title={kindWords(change.kind)}
          aside={
            <Button size="small" look="quiet" onClick={onBack}>
              All changes
            </Button>
          }
        >
          <div className="flex flex-col gap-2 px-3 py-2.5">
            <p>
              <MessageText text={change.message} />
            </p>
            <p className="flex flex-wrap gap-1">
              <ChangeClasses change={change} />
            </p>
            <p className="flex items-center gap-1 text-ink-3">
              <code className="min-w-0">{change.path === '' ? '(root)' : change.path}</code>
              <CopyButton text={change.path} what="JSON Pointer" />
            </p>
          </div>
        </Box>
      )}
      <Witness
        value={witnesses.backward}
        words={`valid in ${diff.before}, rejected by ${change === null ? diff.after : 'this change'}`}
      />
      <Witness
        value={witnesses.forward}
        words={
          change === null
            ? `valid in ${diff.after}, rejected by ${diff.before}`
            : `valid after this change, rejected by ${diff.before}`
        }
      />
      {change === null && <Reasons diff={diff} />}
      {change === null && <OtherPolicies diff={diff} />}
    </div>
  )
}

function Witness({ value, words }: { value: unknown; words: string }) {
  if (value === undefined) return null
  const text = JSON.stringify(value, null, 2)
  return (
    <Box
      title="Witness"
      aside={
        <>
          <Tag tone="breaking" className="!whitespace-normal">
            {words}
          </Tag>
          <CopyButton text={text} what="witness" />
        </>
      }
    >
      <CodeBlock label={`Witness: ${words}`} className="max-h-80 p-3">
        {text}
      </CodeBlock>
    </Box>
  )
}

/** Why there is no event to show. */
function Reasons({ diff }: { diff: Diff }) {
  const directions = [
    { name: 'Backward', verdict: diff.backward },
    { name: 'Forward', verdict: diff.forward },
  ].filter(({ verdict }) => verdict.witness === undefined)
  if (directions.length === 0) return null
  return (
    <Box title="Proof">
      <ul className="flex flex-col gap-1 px-3 py-2.5 text-ink-2">
        {directions.map(({ name, verdict }) => (
          <li key={name}>
            {name}:{' '}
            {verdict.verdict === 'compatible'
              ? 'proved, no event can break it.'
              : (verdict.reason ?? `${verdict.verdict}, at ${verdict.path || 'the root'}.`)}
          </li>
        ))}
      </ul>
    </Box>
  )
}

/** For teams that also run a registry, or read the schemas as written. */
function OtherPolicies({ diff }: { diff: Diff }) {
  if (diff.differences.length === 0) return null
  return (
    <Box title="Other policies">
      <ul className="flex flex-col gap-1 px-3 py-2.5 text-ink-2">
        {diff.differences.map(({ policy, direction, message }) => (
          <li key={`${policy} ${direction}`}>
            {direction === 'backward' ? 'Backward' : 'Forward'}: {message}
          </li>
        ))}
      </ul>
    </Box>
  )
}
