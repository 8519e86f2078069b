import { isObject, type Json } from '../../json/json'

/** Levels looked into; what lies deeper may be anything. */
const MAX_DEPTH = 20
/** Distinct texts remembered of one place, to tell a list of words from free text. */
const MAX_TEXTS = 12
/** Member names told apart in one place; a stranger's map may have millions. */
const MAX_MEMBERS = 500

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object'

/** What was seen at one place of all samples. */
export interface Shape {
  types: Set<JsonType>
  /** How many strings, and which: undefined where there were more than are remembered. */
  strings: { count: number; texts: Map<string, number> | undefined }
  /** Names of formats that every string so far fits. */
  formats: Set<string>
  /** Of the objects seen here. */
  objects: { count: number; members: Map<string, { count: number; shape: Shape }>; isCut: boolean }
  items: Shape | undefined
}

/** Takes one sample's value into what is known of its place. @param formatsOf every format that a text fits */
export function addToShape(
  shape: Shape,
  value: Json,
  formatsOf: (text: string) => ReadonlySet<string>,
  depth = 0,
): void {
  const type = typeOf(value)
  shape.types.add(type)
  if (typeof value === 'string') addText(shape, value, formatsOf(value))
  if (depth >= MAX_DEPTH) return
  if (Array.isArray(value)) {
    for (const item of value) addToShape((shape.items ??= emptyShape()), item, formatsOf, depth + 1)
  } else if (isObject(value)) {
    const { objects } = shape
    objects.count++
    for (const [name, member] of Object.entries(value)) {
      const known = objects.members.get(name)
      if (!known && objects.members.size >= MAX_MEMBERS) {
        objects.isCut = true
        continue
      }
      const at = known ?? { count: 0, shape: emptyShape() }
      if (!known) objects.members.set(name, at)
      at.count++
      addToShape(at.shape, member, formatsOf, depth + 1)
    }
  }
}

export function emptyShape(): Shape {
  return {
    types: new Set(),
    strings: { count: 0, texts: new Map() },
    formats: new Set(),
    objects: { count: 0, members: new Map(), isCut: false },
    items: undefined,
  }
}

function addText(shape: Shape, text: string, fitting: ReadonlySet<string>): void {
  const { strings } = shape
  if (strings.count === 0) shape.formats = new Set(fitting)
  else for (const format of shape.formats) if (!fitting.has(format)) shape.formats.delete(format)
  strings.count++
  if (!strings.texts) return
  strings.texts.set(text, (strings.texts.get(text) ?? 0) + 1)
  if (strings.texts.size > MAX_TEXTS) strings.texts = undefined
}

function typeOf(value: Json): JsonType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value as 'boolean' | 'string' | 'object'
}
