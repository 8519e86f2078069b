import { isObject, own, type Json, type JsonObject } from '../json/json'
import { hasNameStyle, NAME_STYLES, type NameStyle } from '../lint/name-style'
import type { CudOperation } from '../naming/cud-name'
import { words } from '../naming/words'

export interface FamilyMember {
  readonly eventType: string
  readonly operation: CudOperation
  readonly description: string
  readonly schema: JsonObject
}

export interface FamilyTemplate {
  readonly entity: string
  /** The field that says which one of the entity it is. */
  readonly key: string
  /** What is known of the entity's state; a JSON Schema of an object. */
  readonly state: JsonObject
  /** How this catalog writes names; as the entity is written where it does not say, or the entity does not fit. */
  readonly style?: NameStyle | null
}

const ENDINGS: Record<NameStyle, readonly [created: string, updated: string, deleted: string]> = {
  PascalCase: ['Created', 'Updated', 'Deleted'],
  camelCase: ['Created', 'Updated', 'Deleted'],
  snake_case: ['_created', '_updated', '_deleted'],
  'kebab-case': ['-created', '-updated', '-deleted'],
  'dot.case': ['.created', '.updated', '.deleted'],
  SCREAMING_SNAKE_CASE: ['_CREATED', '_UPDATED', '_DELETED'],
}
const OPERATIONS = ['created', 'updated', 'deleted'] as const

/** An entity in, three events out: each carries its full state, the last one as well, so that consumers keep a whole copy. */
export function draftFamily({ entity, key, state, style }: FamilyTemplate): FamilyMember[] {
  const styles = style && hasNameStyle(entity, style) ? [style] : NAME_STYLES
  const written = styles.find((each) => hasNameStyle(entity, each)) ?? 'PascalCase'
  const said = words(entity).join(' ').toLowerCase()
  const descriptions = [
    `Full state of a ${said} that was made.`,
    `Full state of a ${said} after any change.`,
    `A ${said} is gone; its last full state.`,
  ]
  return OPERATIONS.map((operation, index) => ({
    eventType: entity + ENDINGS[written][index]!,
    operation,
    description: descriptions[index]!,
    schema: { ...withKey(state, key, said), description: descriptions[index]! },
  }))
}

/** The field that most likely says which one of an entity it is: `customer_id` of a Customer, else `id`, else any id. */
export function likelyKey(entity: string, state: Json): string {
  const spelled = words(entity).map((word) => word.toLowerCase())
  const own_id = [...spelled, 'id'].join('_')
  const properties = isObject(state) ? own(state, 'properties') : undefined
  const names = isObject(properties ?? null) ? Object.keys(properties as JsonObject) : []
  const plain = (name: string) => words(name).join('').toLowerCase()
  const wanted = [...spelled, 'id'].join('')
  return (
    names.find((name) => plain(name) === wanted) ??
    names.find((name) => plain(name) === 'id') ??
    names.find((name) => /(^|[^a-z])id$|[a-z]Id$/.test(name)) ??
    own_id
  )
}

function withKey(state: JsonObject, key: string, said: string): JsonObject {
  const found = own(state, 'properties')
  const properties = isObject(found ?? null) ? (found as JsonObject) : {}
  const known = own(properties, key)
  const field: JsonObject = isObject(known ?? null)
    ? (known as JsonObject)
    : { type: 'string', description: `Which ${said}` }
  const required = own(state, 'required')
  const names = Array.isArray(required) ? required.filter((name) => name !== key) : []
  return {
    ...state,
    type: 'object',
    // Not by assignment: a member may be called __proto__.
    properties: Object.fromEntries([
      [key, { ...field, 'x-key': true }],
      ...Object.entries(properties).filter(([name]) => name !== key),
    ]),
    required: [key, ...names],
  }
}
