import { isObject, own, type Json } from '@/lib/domain/json/json'
import { canonicalize } from '@/lib/domain/json/canonical'
import { readNode } from '@/lib/domain/schema/merged-node'
import type { Located, SchemaDocument } from '@/lib/domain/schema/schema-document'

/** Keywords that say nothing about which values are valid. */
const SILENT = new Set([
  '$schema',
  '$id',
  'id',
  '$anchor',
  '$comment',
  '$defs',
  'definitions',
  'title',
  'description',
  'default',
  'examples',
  'example',
  'deprecated',
  'readOnly',
  'writeOnly',
])
/** Places looked at before two shapes are taken for different. */
const MAX_PLACES = 2_000

/**
 * What a place allows, as one text: references followed, `allOf` put together, descriptions left out. Equal texts mean
 * equal schemas; unequal ones may still be equivalent.
 */
export function shapeOf(document: SchemaDocument, place: Located): string {
  return new ShapeWriter(document).write(place)
}

class ShapeWriter {
  private left = MAX_PLACES
  private readonly above: string[] = []

  constructor(private readonly document: SchemaDocument) {}

  /** Recursive: a document's depth and the places are bounded. */
  write(place: Located): string {
    if (this.left-- <= 0) return `…${place.pointer}`
    const node = readNode(this.document, place)
    const again = node.targets.find((target) => this.above.includes(target))
    if (again !== undefined) return `↑${this.above.length - this.above.indexOf(again)}`
    this.above.push(...node.targets)
    const parts = node.parts
      .map((part) => this.part(part.schema, part.pointer))
      .filter((text) => text !== '{}')
    this.above.length -= node.targets.length
    return `${node.impossible ? '!' : ''}${node.unresolved ?? ''}${[...new Set(parts)].sort().join('&') || '{}'}`
  }

  private part(schema: Json, pointer: string): string {
    if (!isObject(schema)) return JSON.stringify(schema)
    const members = Object.keys(schema)
      .filter((key) => !SILENT.has(key) && key !== '$ref' && key !== 'allOf')
      .sort()
      .map(
        (key) =>
          `${JSON.stringify(key)}:${this.keyword(key, own(schema, key) ?? null, `${pointer}/${escape(key)}`)}`,
      )
    return `{${members.join(',')}}`
  }

  private keyword(key: string, value: Json, pointer: string): string {
    if (MAPS.has(key) && isObject(value)) {
      const names = Object.keys(value).sort()
      const texts = names.map((name) => {
        const schema = value[name] as Json
        return `${JSON.stringify(name)}:${Array.isArray(schema) ? canonicalize(schema) : this.write({ schema, pointer: `${pointer}/${escape(name)}` })}`
      })
      return `{${texts.join(',')}}`
    }
    if (SCHEMAS.has(key)) {
      if (Array.isArray(value)) {
        return `[${value.map((schema, index) => this.write({ schema, pointer: `${pointer}/${index}` })).join(',')}]`
      }
      return this.write({ schema: value, pointer })
    }
    if ((key === 'required' || key === 'type') && Array.isArray(value)) {
      const texts = [...new Set(value.map((each) => JSON.stringify(each)))].sort()
      return key === 'type' && texts.length === 1 ? (texts[0] ?? '') : `[${texts.join(',')}]`
    }
    return canonicalize(value)
  }
}

const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas', 'dependencies'])
const SCHEMAS = new Set([
  'items',
  'prefixItems',
  'additionalItems',
  'additionalProperties',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contains',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
  'oneOf',
  'anyOf',
])

function escape(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}
