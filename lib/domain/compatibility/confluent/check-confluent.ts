import type { Json } from '@/lib/domain/json/json'
import { appendPointer } from '@/lib/domain/json/pointer'
import { canonical, exceeds } from '../algebra/canonical'
import { match } from '../prove/matching'
import { chooseDrafts } from '../schema/choose-draft'
import { Documents, type Location } from '../schema/documents'
import { compareTyped } from './compare-typed'
import { shapeOf, type Shape } from './shape'

export type ConfluentAnswer =
  | { verdict: 'compatible' }
  | { verdict: 'breaking'; path: string; reason: string }
  | { verdict: 'unknown'; reason: string }

const limits = { depth: 200, size: 60_000 }
const maxSteps = 8_000
/** Comparisons inside comparisons; real schemas stay below 50. */
const maxDepth = 300

/**
 * What a Confluent registry answers for BACKWARD from `before` to `after`: compatible when every difference is one of
 * those it lets through. A comparison of texts, not a proof: it refuses changes that break nobody, and passes some
 * that do. `path`: the first difference it refuses.
 */
export function checkConfluent(before: Json, after: Json): ConfluentAnswer {
  try {
    if (exceeds(before, limits) || exceeds(after, limits)) return { verdict: 'unknown', reason: 'too large' }
    const drafts = chooseDrafts(before, after)
    const [old, now] = [new Documents(before, drafts.writer), new Documents(after, drafts.reader)]
    const comparison = new Comparison(old, now, new Met(), { left: maxSteps, depth: 0 })
    comparison.compare(old.root, now.root)
    const { refusal } = comparison
    if (refusal === undefined) return { verdict: 'compatible' }
    return {
      verdict: 'breaking',
      path: refusal,
      reason: 'a Confluent registry does not let this difference through',
    }
  } catch (error) {
    return { verdict: 'unknown', reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Pairs that were met. What is tried out knows what was met before, and is forgotten afterwards. */
class Met {
  private readonly pairs = new Set<string>()

  constructor(private readonly before?: Met) {}

  has(pair: string): boolean {
    return this.pairs.has(pair) || (this.before?.has(pair) ?? false)
  }

  add(pair: string): void {
    this.pairs.add(pair)
  }
}

/** One walk through both schemas, which keeps the first difference that is refused. */
export class Comparison {
  refusal: string | undefined

  constructor(
    readonly before: Documents,
    readonly after: Documents,
    /** Pairs being compared or compared already: a cycle counts as compatible. */
    private readonly met: Met,
    private readonly steps: { left: number; depth: number },
  ) {}

  refuse(at: Location, keyword?: string): void {
    this.refusal ??= keyword === undefined ? at.pointer : appendPointer(at.pointer, keyword)
  }

  /** A part of the old schema that the new one has no room for. */
  refuseGone(at: Location): void {
    this.refusal ??= at.pointer
  }

  isCompatible(before: Location, after: Location): boolean {
    return this.tryOut((comparison) => comparison.compare(before, after))
  }

  private tryOut(run: (comparison: Comparison) => void): boolean {
    const comparison = new Comparison(this.before, this.after, new Met(this.met), this.steps)
    run(comparison)
    return comparison.refusal === undefined
  }

  compare(before: Location, after: Location): void {
    this.compareShapes(shapeOf(before, this.before), shapeOf(after, this.after))
  }

  private compareShapes(before: Shape, after: Shape): void {
    this.steps.left -= 1
    if (this.steps.left < 0 || this.steps.depth >= maxDepth) throw new Error('too large')
    const pair = `${key(before)} ${key(after)}`
    if (this.refusal !== undefined || this.met.has(pair)) return
    this.met.add(pair)
    this.steps.depth += 1
    this.compareUnmet(before, after)
    this.steps.depth -= 1
  }

  private compareUnmet(before: Shape, after: Shape): void {
    if (after.kind === 'anything' || before.kind === 'nothing') return
    if (before.kind !== 'combined' && after.kind === 'combined') {
      const holds = after
        .branches()
        .some((branch) => this.tryOut((comparison) => comparison.compareShapes(before, branch)))
      const isSum = after.how !== 'allOf'
      if (!isSum || !holds) this.refuse(after.at)
    } else if (before.kind === 'combined' && after.kind !== 'combined') {
      const [only, ...others] = before.branches()
      if (only !== undefined && others.length === 0) this.compareShapes(only, after)
      else this.refuse(after.at)
    } else this.compareAlike(before, after)
  }

  private compareAlike(before: Shape, after: Shape): void {
    if (before.kind === 'typed' && after.kind === 'typed') compareTyped(before, after, this)
    else if (before.kind === 'combined' && after.kind === 'combined') this.compareCombined(before, after)
    else if (before.kind === 'not' && after.kind === 'not') this.compareNegations(before.inner, after.inner)
    else if ((before.kind === 'enum' || before.kind === 'const') && after.kind === before.kind) {
      const values = new Set(after.values.map(canonical))
      if (!before.values.every((value) => values.has(canonical(value)))) this.refuse(after.at, after.kind)
    } else if (before.kind !== after.kind) this.refuse(after.at)
  }

  /** `not` may shrink: what it forbids now, it forbade before. */
  private compareNegations(before: Location, after: Location): void {
    const swapped = new Comparison(this.after, this.before, new Met(), this.steps)
    swapped.compare(after, before)
    if (swapped.refusal !== undefined) this.refuse(after)
  }

  /** Sums may gain branches, products may lose them; the others are matched one to one. */
  private compareCombined(before: Shape & { kind: 'combined' }, after: Shape & { kind: 'combined' }): void {
    const isProduct = before.how === 'allOf'
    const [was, is] = [before.branches(), after.branches()]
    const [few, many] = isProduct ? [is, was] : [was, is]
    if (before.how !== after.how || few.length > many.length) return this.refuse(after.at)
    const fits = (one: Shape, other: Shape): boolean =>
      this.tryOut((comparison) =>
        isProduct ? comparison.compareShapes(other, one) : comparison.compareShapes(one, other),
      )
    const candidates = few.map((one) => [...many.keys()].filter((index) => fits(one, many[index] as Shape)))
    if (match(candidates, String) === undefined) this.refuse(after.at)
  }
}

function key(shape: Shape): string {
  const detail = shape.kind === 'typed' ? shape.type : shape.kind === 'combined' ? shape.how : ''
  return `${shape.at.document}#${shape.at.pointer}:${shape.kind}:${detail}`
}
