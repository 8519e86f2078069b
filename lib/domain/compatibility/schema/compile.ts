import { isObject } from '@/lib/domain/json/json'
import type { Algebra } from '../algebra/algebra'
import type { Node } from '../algebra/node'
import { Undecided } from '../prove/budget'
import { compileArray } from './compile-array'
import { compileCombined } from './compile-combined'
import { compileObject } from './compile-object'
import { compileScalar } from './compile-scalar'
import { compileUnevaluated } from './compile-unevaluated'
import type { Documents, Location } from './documents'
import { DynamicScopes, type DynamicScope } from './dynamic-scope'
import { Frame, type ContainsEvaluates, type FrameContext, type Level } from './frame'
import { isOnlyReference } from './references'
import type { Trees } from './trees'

/** Schemas inside schemas, references included, that are followed; real ones stay below 30. */
const maxDepth = 200

/** Turns the schemas of one side into sets, each once for every meaning it has on either side. */
export class Compiler implements FrameContext {
  /** Schemas being compiled; a set that contains itself is declared when it is met again. */
  private readonly pending = new Map<string, Node | undefined>()
  private readonly scopes = new DynamicScopes()

  /** `done`: shared with the other side, as `trees` is. */
  constructor(
    readonly algebra: Algebra,
    readonly documents: Documents,
    readonly containsEvaluates: ContainsEvaluates,
    private readonly trees: Trees,
    private readonly done: Map<string, Node>,
  ) {}

  compileRoot(level?: Level): Node {
    return this.compile(this.documents.root, this.scopes.empty, level)
  }

  /** The root as a frame; none if it is a boolean. */
  rootFrames(): Frame[] {
    const { root } = this.documents
    const { schema } = root
    return isObject(schema)
      ? [new Frame(this, root, schema, this.enter(this.scopes.empty, root), undefined)]
      : []
  }

  enter(scope: DynamicScope, location: Location): DynamicScope {
    return this.scopes.enter(scope, location.resource)
  }

  compile(location: Location, outer: DynamicScope, level: Level | undefined): Node {
    const { schema } = location
    if (!isObject(schema)) return schema === false ? this.algebra.never : this.algebra.always
    const scope = this.enter(outer, location)
    const tree = this.trees.numberOf(location)
    const text = tree === undefined ? `${location.document}#${location.pointer} ${scope.id}` : `=${tree}`
    const key = `${text} ${level?.id ?? ''}`
    const done = this.done.get(key)
    if (done !== undefined) return done
    if (this.pending.has(key)) return this.recursion(key)
    if (this.pending.size >= maxDepth) throw new Undecided('too large: schemas nest too deep')
    this.algebra.spend(1)
    this.pending.set(key, undefined)
    const node = compileKeywords(new Frame(this, location, schema, scope, level))
    this.pending.delete(key)
    this.done.set(key, node)
    return node
  }

  private recursion(key: string): Node {
    const known = this.pending.get(key)
    if (known !== undefined) return known
    const node = this.algebra.declare(() => this.done.get(key) ?? this.algebra.never)
    this.pending.set(key, node)
    return node
  }
}

function compileKeywords(frame: Frame): Node {
  const references = frame.references()
  if (isOnlyReference(frame.location)) return frame.algebra.and(...references)
  return frame.algebra.and(
    ...references,
    ...compileScalar(frame),
    ...compileArray(frame),
    ...compileObject(frame),
    ...compileCombined(frame),
    ...compileUnevaluated(frame),
  )
}
