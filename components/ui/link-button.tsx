import type { ComponentProps } from 'react'
import { buttonClass, type ButtonLook, type ButtonSize } from './button'
import { Link } from './link'

interface LinkButtonProps extends ComponentProps<typeof Link> {
  look?: ButtonLook
  size?: ButtonSize
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ look, size, className, ...rest }: LinkButtonProps) {
  return <Link className={buttonClass(look, size, className)} {...rest} />
}
