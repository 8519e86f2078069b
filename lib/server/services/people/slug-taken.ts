import 'server-only'
import { problem } from '@/lib/server/services/problem'

/** @param what with its article: `a domain` */
export function slugTaken(what: string, slug: string) {
  return problem(
    'already-exists',
    `There is ${what} "${slug}" already. Choose another slug, or change that one.`,
    [{ pointer: '/slug', code: 'already-exists', message: 'This slug is taken' }],
  )
}
