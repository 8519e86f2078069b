'use client'

import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'
import { CONTROL } from './input'
import { useInBrowser } from './use-in-browser'

export interface Option {
  value: string
  label: string
}

interface SelectProps extends ComponentProps<'select'> {
  options: readonly Option[]
  /** What stands for "none", with the empty value. */
  none?: string
  small?: boolean
}

/**
 * The browser's own select: complete by keyboard, by touch and for screen readers, and free of charge. A value that is
 * none of the options stays visible: a link may name what the catalog does not know, or does not know yet. Until the page
 * listens it takes no choice, which would be undone without a word.
 */
export function Select({ options: known, none, small = false, className, disabled, ...rest }: SelectProps) {
  const ready = useInBrowser(() => true, false)
  const value = String(rest.value ?? '')
  const options =
    value === '' || known.some((one) => one.value === value) ? known : [{ value, label: value }, ...known]
  return (
    <span className={classNames('relative inline-flex', className ?? 'w-full')}>
      <select
        className={classNames(
          CONTROL,
          'appearance-none pr-7',
          small ? 'h-7 text-xs' : 'h-8',
          // For a moment only: nothing should seem to change when it is over.
          !ready && !disabled && '!opacity-100',
        )}
        {...rest}
        disabled={disabled || !ready}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-3"
      />
    </span>
  )
}
