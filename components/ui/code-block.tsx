import type { ComponentProps } from 'react'
import { classNames } from './class-names'

interface CodeBlockProps extends ComponentProps<'pre'> {
  /** What it holds, for screen readers. */
  label: string
}

/** Text in mono that scrolls by itself. What scrolls must be reachable by keyboard (WCAG 2.1.1). */
export function CodeBlock({ label, className, ...rest }: CodeBlockProps) {
  return (
    <pre
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
      tabIndex={0}
      translate="no"
      className={classNames('overflow-auto font-mono text-xs leading-5 -outline-offset-2', className)}
      {...rest}
    />
  )
}
