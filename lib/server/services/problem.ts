import type { Violation } from '@/lib/contracts/problem-details'
import { problems, type ProblemSlug } from '@/lib/contracts/problems'

// Route bundles may each hold a copy of this module, so `instanceof` would not know its own kind.
const brand = Symbol.for('pasttense.problem')

/** An expected failure of a use case; `route()` turns it into RFC 9457 problem details. */
export class Problem extends Error {
  readonly [brand] = true
  readonly slug: ProblemSlug
  readonly violations: readonly Violation[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    slug: ProblemSlug,
    detail: string,
    violations?: readonly Violation[],
    headers: Record<string, string> = {},
  ) {
    super(detail)
    this.name = 'Problem'
    this.slug = slug
    this.violations = violations
    this.headers = headers
  }

  get status(): number {
    return problems[this.slug][0]
  }
}

/** `throw problem('draft-not-found', 'No draft has the id 17. It may have been withdrawn.')` */
export function problem(
  slug: ProblemSlug,
  detail: string,
  violations?: readonly Violation[],
  headers?: Record<string, string>,
): Problem {
  return new Problem(slug, detail, violations, headers)
}

export function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && brand in error
}
