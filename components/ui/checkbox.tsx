import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode
  /** Stands at the right edge: a count. */
  aside?: ReactNode
}

/** A box with its label; the whole line is the target. */
export function Checkbox({ label, aside, className, ...rest }: CheckboxProps) {
  return (
    <label className={classNames('flex min-h-6 items-center gap-2', className)}>
      <input type="checkbox" className="size-3.5 shrink-0 accent-accent" {...rest} />
      <span className="min-w-0 flex-1">{label}</span>
      {aside !== undefined && <span className="text-ink-3">{aside}</span>}
    </label>
  )
}
