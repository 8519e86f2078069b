import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export type Tone = 'neutral' | 'accent' | 'breaking' | 'risky' | 'safe'

const TONES: Record<Tone, string> = {
  neutral: 'bg-hover text-ink-2',
  accent: 'bg-accent-soft text-accent',
  breaking: 'bg-breaking-soft text-breaking',
  risky: 'bg-risky-soft text-risky',
  safe: 'bg-safe-soft text-safe',
}

interface TagProps extends ComponentProps<'span'> {
  tone?: Tone
}

/** A short word about something. The tint only repeats what the word says. */
export function Tag({ tone = 'neutral', className, ...rest }: TagProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-sm border border-transparent px-1.5 text-xs font-medium whitespace-nowrap',
        TONES[tone],
        className,
      )}
      {...rest}
    />
  )
}
