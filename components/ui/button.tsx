import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'normal'

const LOOKS: Record<ButtonLook, string> = {
  plain: 'border-line-strong bg-surface text-ink hover:bg-hover',
  primary: 'border-ink bg-ink text-bg hover:bg-ink-2 hover:border-ink-2',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink',
  danger: 'border-breaking bg-surface text-breaking hover:bg-breaking-soft',
}
const SIZES: Record<ButtonSize, string> = { small: 'h-6 px-2 text-xs', normal: 'h-7 px-2.5 text-sm' }

/** The look of a button, for links that act like one. */
export function buttonClass(look: ButtonLook = 'plain', size: ButtonSize = 'normal', extra = ''): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-colors disabled:opacity-50 aria-disabled:opacity-50',
    LOOKS[look],
    SIZES[size],
    extra,
  )
}

interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook
  size?: ButtonSize
  /** Something this button started is under way: it says so and does not act twice. */
  busy?: boolean
}

export function Button({
  look,
  size,
  busy = false,
  className,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonClass(look, size, className)}
      {...rest}
    />
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'aria-label'> {
  /** What it does: it has no text. */
  label: string
}

/** A square button with an icon in it; the label is its name and its title. */
export function IconButton({ label, look = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <Button
      look={look}
      aria-label={label}
      title={label}
      className={classNames('w-7 !px-0', className)}
      {...rest}
    />
  )
}
