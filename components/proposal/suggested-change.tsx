import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { CodeBlock } from '@/components/ui/code-block'
import type { Suggestion } from '@/lib/contracts/proposal'
import { suggestionWords } from './suggest-change'

interface SuggestedChangeProps {
  suggestion: Suggestion
  busy?: boolean
  /** Null where whoever looks may not change the draft, or its place is gone. */
  onApply: (() => void) | null
  className?: string
}

/** What somebody wishes to stand at a place, and the way to have it so. */
export function SuggestedChange({ suggestion, busy = false, onApply, className }: SuggestedChangeProps) {
  return (
    <div className={classNames('flex w-full flex-col items-start gap-1.5', className)}>
      <CodeBlock label="Suggested change" className="max-h-40 w-full rounded-md bg-sunken px-2.5 py-1.5">
        {suggestionWords(suggestion)}
      </CodeBlock>
      {onApply && (
        <Button size="small" busy={busy} onClick={onApply}>
          Apply
        </Button>
      )}
    </div>
  )
}
