import type { Location, Resource } from './documents'

/** The resources passed on the way to a schema, as far as they decide what a dynamic reference means. */
export interface DynamicScope {
  readonly id: number
  /** The outermost schema of each dynamic anchor met so far. */
  readonly anchors: ReadonlyMap<string, Location>
  /** The outermost resource with `$recursiveAnchor: true`. */
  readonly recursive?: Location
}

/** Interns scopes, so that a schema is compiled once for each meaning its dynamic references have. */
export class DynamicScopes {
  readonly empty: DynamicScope = { id: 0, anchors: new Map() }
  private readonly entered = new Map<string, DynamicScope>()

  private readonly numbers = new Map<Resource, number>()
  private count = 1

  enter(scope: DynamicScope, resource: Resource): DynamicScope {
    const fresh = [...resource.dynamicAnchors].filter(([name]) => !scope.anchors.has(name))
    const recursive = scope.recursive ?? (resource.isRecursiveAnchor ? resource.root : undefined)
    if (fresh.length === 0 && recursive === scope.recursive) return scope
    let number = this.numbers.get(resource)
    if (number === undefined) this.numbers.set(resource, (number = this.numbers.size))
    const key = `${scope.id} ${number}`
    let next = this.entered.get(key)
    if (next === undefined) {
      next = { id: this.count++, anchors: new Map([...scope.anchors, ...fresh]), recursive }
      this.entered.set(key, next)
    }
    return next
  }
}
