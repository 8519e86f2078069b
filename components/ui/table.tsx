import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/**
 * A plain table for lists that fit a page; scrolls sideways by itself, so that the page never does: not even for words
 * that only screen readers see, which stand in it absolutely.
 */
export function Table({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: React.ReactNode
}) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <div role="region" aria-label={label} tabIndex={0} className="relative overflow-x-auto">
      <table className={classNames('w-full border-collapse text-left', className)}>{children}</table>
    </div>
  )
}

export function Th({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={classNames(
        'h-8 border-b border-line px-3 first:pl-[var(--gutter,0.75rem)] last:pr-[var(--gutter,0.75rem)] text-xs font-medium whitespace-nowrap text-ink-3',
        className,
      )}
      {...rest}
    />
  )
}

export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return (
    <td
      className={classNames(
        'h-8 border-b border-line px-3 first:pl-[var(--gutter,0.75rem)] last:pr-[var(--gutter,0.75rem)]',
        className,
      )}
      {...rest}
    />
  )
}
