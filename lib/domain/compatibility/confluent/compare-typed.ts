import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { divide, fromNumber, isInteger } from '../algebra/rational'
import type { Location } from '../schema/documents'
import { arrayModel, isEmptySchema, objectModel, type ContentModel } from './content-model'
import type { Comparison } from './check-confluent'

interface Typed {
  readonly type: string
  readonly schema: JsonObject
  readonly at: Location
}

/** Lower bounds may fall or go, upper bounds may rise or go. */
const lowerBounds = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']
const upperBounds = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']

/** Two schemas of one type each, keyword by keyword. */
export function compareTyped(before: Typed, after: Typed, comparison: Comparison): void {
  if (before.type !== after.type && !(before.type === 'integer' && after.type === 'number')) {
    return comparison.refuse(after.at, 'type')
  }
  for (const keyword of lowerBounds) compareBound(before, after, keyword, comparison, (was, is) => is <= was)
  for (const keyword of upperBounds) compareBound(before, after, keyword, comparison, (was, is) => is >= was)
  const [wasPattern, isPattern] = [own(before.schema, 'pattern'), own(after.schema, 'pattern')]
  if (isPattern !== undefined && isPattern !== wasPattern) comparison.refuse(after.at, 'pattern')
  compareMultiple(before, after, comparison)
  if (own(after.schema, 'uniqueItems') === true && own(before.schema, 'uniqueItems') !== true)
    comparison.refuse(after.at, 'uniqueItems')
  if (before.type === 'object') compareObjects(before, after, comparison)
  if (before.type === 'array') compareArrays(before, after, comparison)
}

function compareBound(
  before: Typed,
  after: Typed,
  keyword: string,
  comparison: Comparison,
  isLooser: (was: number, is: number) => boolean,
): void {
  const [was, is] = [own(before.schema, keyword), own(after.schema, keyword)]
  if (is === undefined || is === false || is === was) return
  if (typeof was !== 'number' || typeof is !== 'number' || !isLooser(was, is))
    comparison.refuse(after.at, keyword)
}

function compareMultiple(before: Typed, after: Typed, comparison: Comparison): void {
  const [was, is] = [own(before.schema, 'multipleOf'), own(after.schema, 'multipleOf')]
  if (typeof is !== 'number') return
  if (typeof was !== 'number' || !isInteger(divide(fromNumber(was), fromNumber(is))))
    comparison.refuse(after.at, 'multipleOf')
}

function compareObjects(before: Typed, after: Typed, comparison: Comparison): void {
  const [was, is] = [record(before.schema, 'properties'), record(after.schema, 'properties')]
  const models = {
    before: objectModel(before.schema, before.at, comparison.before),
    after: objectModel(after.schema, after.at, comparison.after),
  }
  const property = (side: Typed, name: string): Location =>
    comparison[side === before ? 'before' : 'after'].child(side.at, 'properties', name)
  for (const name of Object.keys(was)) {
    if (Object.hasOwn(is, name)) comparison.compare(property(before, name), property(after, name))
    else compareRemoved(property(before, name), models.after, comparison)
  }
  for (const name of Object.keys(is)) {
    if (!Object.hasOwn(was, name)) compareAdded(property(after, name), models.before, comparison)
  }
  compareRequired(before, after, is, comparison)
  compareDependencies(before, after, comparison)
  compareRest(before, after, 'additionalProperties', comparison)
  compareRest(before, after, 'unevaluatedProperties', comparison)
}

/** A part that is gone is judged by what the new schema says of parts it does not list. */
function compareRemoved(part: Location, model: ContentModel, comparison: Comparison): void {
  if (model.kind === 'closed') comparison.refuseGone(part)
  if (model.kind === 'partial' && !model.others.some((other) => comparison.isCompatible(part, other)))
    comparison.refuseGone(part)
}

/** A part that is new is judged by what the old schema said of parts it did not list. */
function compareAdded(part: Location, model: ContentModel, comparison: Comparison): void {
  if (model.kind === 'open' && !isEmptySchema(part.schema)) comparison.refuse(part)
  if (model.kind === 'partial' && !model.others.some((other) => comparison.isCompatible(other, part)))
    comparison.refuse(part)
}

/** Newly required needs a default; a name without a property entry is not looked at. */
function compareRequired(before: Typed, after: Typed, properties: JsonObject, comparison: Comparison): void {
  const was = list(before.schema, 'required')
  for (const name of list(after.schema, 'required')) {
    if (was.includes(name) || typeof name !== 'string' || !Object.hasOwn(properties, name)) continue
    const property = properties[name] as Json
    if (!isObject(property) || !Object.hasOwn(property, 'default')) comparison.refuse(after.at, 'required')
  }
}

function compareDependencies(before: Typed, after: Typed, comparison: Comparison): void {
  for (const keyword of ['dependencies', 'dependentRequired', 'dependentSchemas']) {
    const [was, is] = [record(before.schema, keyword), record(after.schema, keyword)]
    for (const [name, value] of Object.entries(is)) {
      const old = Object.hasOwn(was, name) ? was[name] : undefined
      if (Array.isArray(value)) {
        const isNarrowed = Array.isArray(old) && value.every((each) => old.includes(each))
        if (!isNarrowed) comparison.refuse(after.at, keyword)
      } else if (old === undefined || Array.isArray(old)) comparison.refuse(after.at, keyword)
      else
        comparison.compare(
          comparison.before.child(before.at, keyword, name),
          comparison.after.child(after.at, keyword, name),
        )
    }
  }
}

/** What is said of parts that are not listed: may be permitted or widened. */
function compareRest(before: Typed, after: Typed, keyword: string, comparison: Comparison): void {
  const [was, is] = [own(before.schema, keyword), own(after.schema, keyword)]
  if (is === undefined || is === true || was === false) return
  if (is === false) comparison.refuse(after.at, keyword)
  else if (was === undefined || was === true) {
    if (!isEmptySchema(is)) comparison.refuse(after.at, keyword)
  } else
    comparison.compare(comparison.before.child(before.at, keyword), comparison.after.child(after.at, keyword))
}

function compareArrays(before: Typed, after: Typed, comparison: Comparison): void {
  const was = positions(before)
  const is = positions(after)
  const models = {
    before: arrayModel(before.schema, before.at, comparison.before),
    after: arrayModel(after.schema, after.at, comparison.after),
  }
  for (let index = 0; index < Math.max(was.count, is.count); index += 1) {
    const [old, now] = [
      comparison.before.child(before.at, was.keyword, index),
      comparison.after.child(after.at, is.keyword, index),
    ]
    if (index >= is.count) compareRemoved(old, models.after, comparison)
    else if (index >= was.count) compareAdded(now, models.before, comparison)
    else comparison.compare(old, now)
  }
  for (const keyword of ['items', 'additionalItems', 'unevaluatedItems']) {
    if (!Array.isArray(own(before.schema, keyword)) && !Array.isArray(own(after.schema, keyword)))
      compareRest(before, after, keyword, comparison)
  }
}

function positions({ schema }: Typed): { count: number; keyword: string } {
  const keyword = Array.isArray(own(schema, 'prefixItems')) ? 'prefixItems' : 'items'
  return { count: list(schema, keyword).length, keyword }
}

function record(schema: JsonObject, keyword: string): JsonObject {
  const value = own(schema, keyword)
  return isObject(value) ? value : {}
}

function list(schema: JsonObject, keyword: string): Json[] {
  const value = own(schema, keyword)
  return Array.isArray(value) ? value : []
}
