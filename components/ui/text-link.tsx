import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { Link } from './link'

/** A link inside text or a row. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={classNames(
        'rounded-sm underline decoration-line-strong underline-offset-2 hover:decoration-current',
        className,
      )}
      {...rest}
    />
  )
}

/** A link out of Pasttense, marked so; only http and https addresses become links. */
export function OutsideLink({
  className,
  href,
  children,
}: {
  className?: string
  href: string
  children: React.ReactNode
}) {
  if (!/^https?:\/\//i.test(href)) return <span className={className}>{children}</span>
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      className={classNames(
        'rounded-sm underline decoration-line-strong underline-offset-2 hover:decoration-current',
        className,
      )}
    >
      {children}
      <span aria-hidden> ↗</span>
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}
