import type { ComponentProps } from 'react'
import { classNames } from './class-names'

interface ChipProps extends ComponentProps<'span'> {
  mono?: boolean
}

/** A fact in a frame: an id, a count, a neighbour. */
export function Chip({ mono = false, className, ...rest }: ChipProps) {
  return <span className={chipClass(mono, className)} {...rest} />
}

/** The look of a chip, for links and buttons. */
export function chipClass(mono = false, extra = ''): string {
  return classNames(
    'inline-flex h-6 max-w-full items-center gap-1.5 rounded-md border border-line bg-surface px-1.5 text-xs whitespace-nowrap text-ink-2',
    mono && 'font-mono',
    extra,
  )
}
