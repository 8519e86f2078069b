import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link to a page of ours. The framework would fetch each page as its link comes into view; ours read the database
 * when they are asked for, so a list of links would make the server draw pages that nobody wants to see.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
