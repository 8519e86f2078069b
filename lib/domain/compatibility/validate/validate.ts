import type { Json, JsonObject } from '@/lib/domain/json/json'
import type { Draft } from '../schema/drafts'
import { checkAssertions } from './assertions'
import { patternMatches } from './pattern'
import { Places, Unchecked, type Place } from './places'

/** `place`: JSON Pointer of the keyword that refuses the value. Undefined validity: it could not be checked. */
export type Validity =
  | { readonly isValid: true }
  | { readonly isValid: false; readonly place: string }
  | { readonly isValid: undefined; readonly reason: string }

export interface ValidateOptions {
  readonly draft: Draft
  readonly resolve?: ((uri: string) => Json | undefined) | undefined
}

const maxSteps = 15_000
const maxDepth = 600

/**
 * A plain interpreter of JSON Schema, keyword by keyword, for every draft. It is the prover's witness-checker and so
 * shares no code with it: a value that the prover calls a witness counts as one when this says so too.
 */
export function validate(schema: Json, value: Json, options: ValidateOptions): Validity {
  return validatorOf(schema, options)(value)
}

/** The same for several values: references are looked for once. */
export function validatorOf(schema: Json, { draft, resolve }: ValidateOptions): (value: Json) => Validity {
  let places: Places | undefined
  return (value) => {
    try {
      places ??= new Places(schema, draft, resolve)
      const result = new Interpreter(places, draft).check(places.root, value, [])
      return result.refusal === undefined ? { isValid: true } : { isValid: false, place: result.refusal }
    } catch (error) {
      return { isValid: undefined, reason: error instanceof Error ? error.message : 'not checked' }
    }
  }
}

/** What a schema said: where it refused the value, or which of its parts it looked at. */
interface Result {
  refusal?: string
  readonly names: Set<string>
  readonly indexes: Set<number>
}

class Interpreter {
  private steps = 0
  private depth = 0
  private readonly isOld: boolean
  private readonly isNewest: boolean

  constructor(
    private readonly places: Places,
    private readonly draft: Draft,
  ) {
    this.isOld = draft.startsWith('draft')
    this.isNewest = draft === '2020-12'
  }

  private readonly spend = (steps: number): void => {
    this.steps += steps
    if (this.steps > maxSteps) throw new Unchecked('too large to check')
  }

  check(place: Place, value: Json, outer: readonly Place[]): Result {
    this.spend(1)
    if (this.depth > maxDepth) throw new Unchecked('too large to check')
    this.depth += 1
    const result: Result = { names: new Set(), indexes: new Set() }
    const { schema } = place
    if (schema === false) result.refusal = place.pointer
    if (typeof schema === 'object' && schema !== null) {
      // The resources passed on the way here, outermost first.
      const scope = outer.at(-1)?.home === place.home ? outer : [...outer, place.home.top]
      this.checkKeywords(place, schema as JsonObject, value, scope, result)
    }
    this.depth -= 1
    if (result.refusal !== undefined) {
      result.names.clear()
      result.indexes.clear()
    }
    return result
  }

  private checkKeywords(
    place: Place,
    schema: JsonObject,
    value: Json,
    scope: readonly Place[],
    result: Result,
  ): void {
    this.references(place, schema, value, scope, result)
    if (this.isOld && typeof schema['$ref'] === 'string') return
    const failed = checkAssertions(schema, value, this.draft, this.spend)
    if (failed !== undefined) result.refusal ??= `${place.pointer}/${failed}`
    this.combined(place, schema, value, scope, result)
    if (Array.isArray(value)) this.arrayParts(place, schema, value, scope, result)
    else if (typeof value === 'object' && value !== null)
      this.objectParts(place, schema, value, scope, result)
  }

  /** Applies an inner schema to the same value and takes over what it said. */
  private apply(inner: Place, value: Json, scope: readonly Place[], result: Result): boolean {
    const said = this.check(inner, value, scope)
    this.adopt(said, result)
    if (said.refusal !== undefined) result.refusal ??= said.refusal
    return said.refusal === undefined
  }

  private adopt(said: Result, result: Result): void {
    for (const name of said.names) result.names.add(name)
    for (const index of said.indexes) result.indexes.add(index)
  }

  private references(
    place: Place,
    schema: JsonObject,
    value: Json,
    scope: readonly Place[],
    result: Result,
  ): void {
    const [ref, dynamicRef, recursiveRef] = [schema['$ref'], schema['$dynamicRef'], schema['$recursiveRef']]
    if (typeof ref === 'string') this.apply(this.places.follow(place, ref).target, value, scope, result)
    if (this.isNewest && typeof dynamicRef === 'string') {
      const { target, dynamic } = this.places.follow(place, dynamicRef)
      const outermost =
        dynamic === undefined ? undefined : scope.find(({ home }) => home.dynamicNames.has(dynamic))
      const override = dynamic === undefined ? undefined : outermost?.home.dynamicNames.get(dynamic)
      this.apply(override ?? target, value, scope, result)
    }
    if (this.draft === '2019-09' && typeof recursiveRef === 'string') {
      const { target } = this.places.follow(place, recursiveRef)
      const isOpen = (at: Place): boolean => (at.schema as JsonObject)['$recursiveAnchor'] === true
      const override = isOpen(target.home.top) ? scope.find(isOpen) : undefined
      this.apply(override ?? target, value, scope, result)
    }
  }

  private combined(
    place: Place,
    schema: JsonObject,
    value: Json,
    scope: readonly Place[],
    result: Result,
  ): void {
    const inner = (...keys: (string | number)[]): Place => this.places.below(place, ...keys)
    const refuse = (keyword: string): void => {
      result.refusal ??= `${place.pointer}/${keyword}`
    }
    for (const [index] of list(schema['allOf']).entries())
      this.apply(inner('allOf', index), value, scope, result)
    for (const keyword of ['anyOf', 'oneOf']) {
      if (!Object.hasOwn(schema, keyword)) continue
      const said = list(schema[keyword]).map((_, index) => this.check(inner(keyword, index), value, scope))
      const passing = said.filter(({ refusal }) => refusal === undefined)
      if (passing.length === 0 || (keyword === 'oneOf' && passing.length > 1)) refuse(keyword)
      for (const each of passing) this.adopt(each, result)
    }
    if (Object.hasOwn(schema, 'not') && this.check(inner('not'), value, scope).refusal === undefined)
      refuse('not')
    if (!Object.hasOwn(schema, 'if') || this.draft === 'draft-04' || this.draft === 'draft-06') return
    const condition = this.check(inner('if'), value, scope)
    this.adopt(condition, result)
    const branch = condition.refusal === undefined ? 'then' : 'else'
    if (Object.hasOwn(schema, branch)) this.apply(inner(branch), value, scope, result)
  }

  private arrayParts(
    place: Place,
    schema: JsonObject,
    value: Json[],
    scope: readonly Place[],
    result: Result,
  ): void {
    const element = (index: number, ...keys: (string | number)[]): void => {
      const said = this.check(this.places.below(place, ...keys), value[index] as Json, scope)
      if (said.refusal !== undefined) result.refusal ??= said.refusal
      result.indexes.add(index)
    }
    const positional = this.isNewest ? 'prefixItems' : 'items'
    const count = Array.isArray(schema[positional]) ? schema[positional].length : 0
    for (let index = 0; index < Math.min(count, value.length); index += 1) element(index, positional, index)
    const rest = this.isNewest || !Array.isArray(schema['items']) ? 'items' : 'additionalItems'
    if (Object.hasOwn(schema, rest))
      for (let index = count; index < value.length; index += 1) element(index, rest)
    if (Object.hasOwn(schema, 'contains') && this.draft !== 'draft-04')
      this.contained(place, schema, value, scope, result)
    if (this.isOld || !Object.hasOwn(schema, 'unevaluatedItems')) return
    for (let index = 0; index < value.length; index += 1)
      if (!result.indexes.has(index)) element(index, 'unevaluatedItems')
  }

  private contained(
    place: Place,
    schema: JsonObject,
    value: Json[],
    scope: readonly Place[],
    result: Result,
  ): void {
    const inside = value.flatMap((item, index) =>
      this.check(this.places.below(place, 'contains'), item, scope).refusal === undefined ? [index] : [],
    )
    const least = this.isOld || !Object.hasOwn(schema, 'minContains') ? 1 : Number(schema['minContains'])
    const most =
      this.isOld || !Object.hasOwn(schema, 'maxContains') ? Infinity : Number(schema['maxContains'])
    if (inside.length < least)
      result.refusal ??= `${place.pointer}/${least === 1 ? 'contains' : 'minContains'}`
    if (inside.length > most) result.refusal ??= `${place.pointer}/maxContains`
    if (this.isNewest) for (const index of inside) result.indexes.add(index)
  }

  private objectParts(
    place: Place,
    schema: JsonObject,
    value: JsonObject,
    scope: readonly Place[],
    result: Result,
  ): void {
    const property = (name: string, ...keys: string[]): void => {
      const said = this.check(this.places.below(place, ...keys), value[name] as Json, scope)
      if (said.refusal !== undefined) result.refusal ??= said.refusal
      result.names.add(name)
    }
    const [named, patterns] = [record(schema['properties']), record(schema['patternProperties'])]
    for (const name of Object.keys(value)) {
      this.spend(1)
      let isCovered = Object.hasOwn(named, name)
      if (isCovered) property(name, 'properties', name)
      for (const pattern of Object.keys(patterns)) {
        const matches = patternMatches(pattern, name, this.spend)
        if (matches === undefined) throw new Unchecked(`the pattern ${pattern} could not be checked`)
        if (matches) property(name, 'patternProperties', pattern)
        isCovered ||= matches
      }
      if (!isCovered && Object.hasOwn(schema, 'additionalProperties')) property(name, 'additionalProperties')
      if (Object.hasOwn(schema, 'propertyNames') && this.draft !== 'draft-04') {
        const said = this.check(this.places.below(place, 'propertyNames'), name, scope)
        if (said.refusal !== undefined) result.refusal ??= `${place.pointer}/propertyNames`
      }
    }
    this.dependents(place, schema, value, scope, result)
    if (this.isOld || !Object.hasOwn(schema, 'unevaluatedProperties')) return
    for (const name of Object.keys(value))
      if (!result.names.has(name)) property(name, 'unevaluatedProperties')
  }

  private dependents(
    place: Place,
    schema: JsonObject,
    value: JsonObject,
    scope: readonly Place[],
    result: Result,
  ): void {
    for (const keyword of this.isOld ? ['dependencies'] : ['dependentRequired', 'dependentSchemas']) {
      for (const [name, then] of Object.entries(record(schema[keyword]))) {
        if (!Object.hasOwn(value, name)) continue
        if (!Array.isArray(then)) this.apply(this.places.below(place, keyword, name), value, scope, result)
        else if (!then.every((other) => Object.hasOwn(value, String(other))))
          result.refusal ??= `${place.pointer}/${keyword}`
      }
    }
  }
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

function record(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
