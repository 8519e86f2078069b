import type { Json } from '@/lib/domain/json/json'
import { Algebra } from './algebra/algebra'
import { canonical, exceeds } from './algebra/canonical'
import type { Node } from './algebra/node'
import { KnownNamesSpace, type KnownNames } from './policy/known-names'
import { knownOnly, withoutUnknown } from './policy/known-only'
import { TooLarge, type Budget } from './prove/budget'
import { Satisfiability } from './prove/satisfiability'
import type { Containment, ContainmentOptions, Reading } from './prove-containment'
import { Languages } from './regex/languages'
import { chooseDrafts, type DraftPair } from './schema/choose-draft'
import { Compiler } from './schema/compile'
import { Documents } from './schema/documents'
import type { Draft } from './schema/drafts'
import type { ContainsEvaluates } from './schema/frame'
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

/**
 * Two schemas between which something is to be proved. What is read, compiled and found out about their sets serves
 * both directions.
 */
export class SchemaPair {
  private readonly languages: Languages
  private readonly algebra: Algebra
  private ground: Ground | undefined
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
    const { before, after, options } = this
    if (exceeds(before, limits) || exceeds(after, limits)) throw new TooLarge()
    const drafts = isBackward
      ? chooseDrafts(before, after, options.draft)
      : turned(chooseDrafts(after, before, options.draft))
    if (drafts.writer === drafts.reader && canonical(before) === canonical(after)) return undefined
    const [first, second] = [this.side(before, drafts.writer), this.side(after, drafts.reader)]
    this.ground = { before: first, after: second, budget: this.budget.remaining }
    return this.ground
  }

  private side(schema: Json, draft: Draft): Side {
    const documents = new Documents(schema, draft, this.options.resolve)
    const space = this.reading === 'tolerant' ? new KnownNamesSpace(this.algebra, this.languages) : undefined
    const validate = validatorOf(schema, { draft, resolve: this.options.resolve })
    return new Side(new Compiler(this.algebra, documents, this.contains), space, validate)
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
    private readonly space: KnownNamesSpace | undefined,
    readonly validate: (value: Json) => Validity,
  ) {
    this.known = space?.at(compiler.rootFrames())
    this.read = compiler.compileRoot(this.known)
  }

  /** What the schema's producers send. */
  written(): Node {
    this.sent ??= this.writtenSet()
    return this.sent
  }

  private writtenSet(): Node {
    const { compiler, known, space, read } = this
    if (known === undefined || space === undefined) return read
    const { algebra } = compiler
    // Of values that hold known names only, a reader sees everything: mostly its set serves as well.
    const accepted = space.isUneven ? compiler.compileRoot() : read
    return algebra.and(accepted, knownOnly(known, algebra))
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
