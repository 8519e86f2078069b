import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Bone } from '@/components/ui/skeleton'

/** Two lines of text where the window is narrow, one where it is wide: before the answer is there and after. */
const SLOT = 'flex h-10 items-center gap-x-2 lg:h-6'
const CLAMPED = 'line-clamp-2 min-w-0 flex-1 lg:line-clamp-1'

/**
 * The line above a chain that is answered after the chain is shown, as the `summary` of a `details.group`. What the slot
 * cannot hold is read by unfolding it: an answer that took the room it needs would push away what one reads.
 */
export function AnswerSummary({ opens, children }: { opens: boolean; children: ReactNode }) {
  return (
    <summary
      className={classNames(
        SLOT,
        'cursor-pointer group-open:h-auto group-open:min-h-10 lg:group-open:min-h-6',
      )}
    >
      <Icon
        name="chevron-right"
        className={classNames('shrink-0 text-ink-3 group-open:rotate-90', !opens && 'invisible')}
      />
      <span className={classNames(CLAMPED, 'group-open:line-clamp-none')}>{children}</span>
    </summary>
  )
}

/** Such a line with nothing to unfold: what is least needed stands last in it. */
export function AnswerText({ children }: { children: ReactNode }) {
  return (
    <span className={classNames(SLOT, 'pl-6')}>
      <span className={CLAMPED}>{children}</span>
    </span>
  )
}

/** Both lines of a chain's page while the chain itself is on its way, as high as they will be. */
export function AnswerSkeleton() {
  return (
    <>
      <div className="border-y border-line bg-sunken px-5 py-1.5">
        <AnswerText>
          <Bone className="h-4 w-72 max-w-full" />
        </AnswerText>
      </div>
      <div className="border-b border-line px-5 py-1.5">
        <AnswerText>
          <Bone className="h-4 w-80 max-w-full" />
        </AnswerText>
      </div>
    </>
  )
}
