import type { Json } from '@/lib/domain/json/json'
import { Algebra } from './algebra/algebra'
import { canonical, exceeds } from './algebra/canonical'
import type { Node } from './algebra/node'
import { KnownNamesSpace, type KnownNames } from './policy/known-names'
import { KnownOnly, withoutUnknown } from './policy/known-only'
import { TooLarge, type Budget } from './prove/budget'
import { Satisfiability } from './prove/satisfiability'
import type { Containment, ContainmentOptions, Reading } from './prove-containment'
import { Languages } from './regex/languages'
import { chooseDrafts, type DraftPair } from './schema/choose-draft'
import { Compiler } from './schema/compile'
import { Documents } from './schema/documents'
import type { Draft } from './schema/drafts'
import type { ContainsEvaluates } from './schema/frame'
import { Trees } from './schema/trees'
import { validatorOf, type Validity } from './validate/validate'

/** Of schemas as texts. Real ones nest below 30 deep and hold a few thousand values. */
const limits = { depth: 300, size: 60_000 }

/** What both directions start from. */
interface Ground {
  readonly before: Side
  readonly after: Side
  /** What is left of the budget when the schemas are compiled: each direction has that. */
  readonly budget: number
}

/** What both sides share as they are compiled. */
interface Common {
  readonly trees: Trees
  readonly done: Map<string, Node>
  readonly policy: TolerantPolicy | undefined
}

interface TolerantPolicy {
  readonly space: KnownNamesSpace
  readonly only: KnownOnly
}

/**
 * Two schemas between which something is to be proved. What is read, compiled and found out about their sets serves
 * both directions.
 */
export class SchemaPair {
  private readonly languages: Languages
  private readonly algebra: Algebra
  private ground: Ground | undefined
  private isTooLarge = false
  private prover: Satisfiability | undefined

  constructor(
    private readonly before: Json,
    private readonly after: Json,
    private readonly reading: Reading,
    private readonly contains: ContainsEvaluates,
    private readonly budget: Budget,
    private readonly options: ContainmentOptions,
  ) {
    this.languages = new Languages((steps) => this.budget.spend(steps))
    this.algebra = new Algebra(budget)
  }

  /** `before` writes, `after` reads. @throws TooLarge, Undecided */
  backward(): Containment {
    const ground = this.compiled(true)
    return ground === undefined
      ? { verdict: 'compatible' }
      : this.prove(ground.before, ground.after, ground.budget)
  }

  /** `after` writes, `before` reads. @throws TooLarge, Undecided */
  forward(): Containment {
    const ground = this.compiled(false)
    return ground === undefined
      ? { verdict: 'compatible' }
      : this.prove(ground.after, ground.before, ground.budget)
  }

  /** Undefined where the schemas are the same. */
  private compiled(isBackward: boolean): Ground | undefined {
    if (this.ground !== undefined) return this.ground
    // What was too large to be compiled for one direction is so for the other; finding it out takes long.
    if (this.isTooLarge) throw new TooLarge()
    try {
      return this.compile(isBackward)
    } catch (error) {
      this.isTooLarge = error instanceof TooLarge
      throw error
    }
  }

  private compile(isBackward: boolean): Ground | undefined {
    const { before, after, options } = this
    if (exceeds(before, limits) || exceeds(after, limits)) throw new TooLarge()
    const drafts = isBackward
      ? chooseDrafts(before, after, options.draft)
      : turned(chooseDrafts(after, before, options.draft))
    const trees = new Trees(before, after)
    if (drafts.writer === drafts.reader && trees.areEqual) return undefined
    const common = this.common(trees)
    const [first, second] = [
      this.side('before', drafts.writer, common),
      this.side('after', drafts.reader, common),
    ]
    this.ground = { before: first, after: second, budget: this.budget.remaining }
    return this.ground
  }

  private common(trees: Trees): Common {
    const { algebra, languages } = this
    const policy =
      this.reading === 'tolerant'
        ? { space: new KnownNamesSpace(algebra, languages, trees), only: new KnownOnly(algebra) }
        : undefined
    return { trees, done: new Map(), policy }
  }

  private side(side: 'before' | 'after', draft: Draft, common: Common): Side {
    const { resolve } = this.options
    const schema = this[side]
    const documents = new Documents(schema, draft, resolve, side)
    const compiler = new Compiler(this.algebra, documents, this.contains, common.trees, common.done)
    return new Side(compiler, common.policy, validatorOf(schema, { draft, resolve }))
  }

  private prove(writer: Side, reader: Side, budget: number): Containment {
    this.budget.refill(budget)
    // One that gave up half-way has open ends.
    const prover = this.prover ?? new Satisfiability(this.algebra, this.languages, this.budget)
    this.prover = undefined
    const outcome = prover.find([writer.written(), this.algebra.not(reader.read)])
    this.prover = prover
    if (outcome.kind === 'empty') return { verdict: 'compatible' }
    return outcome.kind === 'unknown'
      ? { verdict: 'unknown', reason: outcome.reason }
      : confirm(outcome.value, writer, reader)
  }
}

function turned({ writer, reader }: DraftPair): DraftPair {
  return { writer: reader, reader: writer }
}

/** One schema as the prover sees it, and as the plain validator does. */
class Side {
  readonly known: KnownNames | undefined
  /** What the schema accepts as a reader. */
  readonly read: Node
  private sent: Node | undefined

  constructor(
    private readonly compiler: Compiler,
    private readonly policy: TolerantPolicy | undefined,
    readonly validate: (value: Json) => Validity,
  ) {
    this.known = policy?.space.at(compiler.rootFrames())
    this.read = compiler.compileRoot(this.known)
  }

  /** What the schema's producers send. */
  written(): Node {
    this.sent ??= this.writtenSet()
    return this.sent
  }

  private writtenSet(): Node {
    const { compiler, known, policy, read } = this
    if (known === undefined || policy === undefined) return read
    const { algebra } = compiler
    // Of values that hold known names only, a reader sees everything: mostly its set serves as well.
    const accepted = known.isUneven() ? compiler.compileRoot() : read
    return algebra.and(accepted, policy.only.of(known))
  }
}

/** A witness counts when the plain validator, which shares no code with the prover, agrees on both sides. */
function confirm(witness: Json, written: Side, read: Side): Containment {
  const seen = read.known === undefined ? witness : withoutUnknown(witness, read.known)
  const sent = written.known === undefined ? witness : withoutUnknown(witness, written.known)
  const refusal = read.validate(seen)
  if (
    written.validate(witness).isValid === true &&
    refusal.isValid === false &&
    canonical(sent) === canonical(witness)
  ) {
    return { verdict: 'breaking', witness, path: refusal.place }
  }
  return {
    verdict: 'unknown',
    reason: `a counterexample was built but could not be confirmed: ${JSON.stringify(witness).slice(0, 500)}`,
  }
}
