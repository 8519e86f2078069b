import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export const CONTROL =
  'w-full rounded-md border border-line-field bg-surface px-2.5 text-sm text-ink hover:border-ink-3 aria-invalid:border-breaking disabled:opacity-60'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input autoComplete="off" className={classNames(CONTROL, 'h-8', className)} {...rest} />
}

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={classNames(CONTROL, 'py-1.5 leading-5', className)} {...rest} />
}
