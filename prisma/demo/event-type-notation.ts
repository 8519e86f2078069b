import type { JsonObject } from '@/lib/domain/json/json'
import type { DemoEventType, DemoVersion, Schema } from './company'
import { exampleData } from './example-data'
import { changeField, withFields } from './schema-notation'

export const DRAFT_2020 = 'https://json-schema.org/draft/2020-12/schema'
export const DRAFT_07 = 'http://json-schema.org/draft-07/schema#'

/** Label, days ago, note, and the schema: written out, or as a change to the version before. */
export type Step = readonly [
  label: string,
  daysAgo: number,
  notes: string,
  schema: Schema | ((before: Schema) => Schema),
]

interface Described {
  owner: string
  domain: string
  status?: DemoEventType['status']
  leaving?: DemoEventType['leaving']
  producers: readonly string[]
  consumers: Readonly<Record<string, readonly string[]>>
  versions: readonly [Step, ...Step[]]
}

interface DomainEvent extends Described {
  description: string
}

/** A domain event of the company. */
export function domainEvent(name: string, type: DomainEvent): DemoEventType {
  return {
    name,
    kind: 'domain',
    entity: null,
    operation: null,
    ...shared(type),
    description: type.description,
    versions: publish(name, type.versions),
  }
}

interface Family extends Described {
  created: string
  updated: string
  deleted: string
  /** What the last event adds to the entity's full state. */
  deletedFields?: Record<string, Schema>
}

/** The three events of an entity, each with its full state. */
export function family(entity: string, type: Family): DemoEventType[] {
  const operations = ['created', 'updated', 'deleted'] as const
  return operations.map((operation) => {
    const name = entity + operation.charAt(0).toUpperCase() + operation.slice(1)
    const finish =
      operation === 'deleted' ? (state: Schema) => withFields(state, type.deletedFields ?? {}) : undefined
    return {
      name,
      kind: 'cud',
      entity,
      operation,
      ...shared(type),
      description: type[operation],
      versions: publish(name, type.versions, finish),
    }
  })
}

function shared(type: Described) {
  const { owner, domain, status = 'active', leaving = null, producers, consumers } = type
  return { owner, domain, status, leaving, producers, consumers } as const
}

function publish(
  name: string,
  steps: readonly [Step, ...Step[]],
  finish: (state: Schema) => Schema = (state) => state,
): [DemoVersion, ...DemoVersion[]] {
  let current: Schema = {}
  const versions = steps.map(([label, days_ago, notes, schema]): DemoVersion => {
    current = typeof schema === 'function' ? schema(current) : schema
    const published: JsonObject = { $schema: DRAFT_2020, title: name, ...finish(current) }
    const whole = exampleData(published, true)
    const lean = exampleData(published, false)
    const examples = JSON.stringify(whole) === JSON.stringify(lean) ? [whole] : [whole, lean]
    return { label, days_ago, notes, schema: published, examples }
  })
  const [first, ...rest] = versions
  if (!first) throw new Error(`${name} has no version`)
  return [first, ...rest]
}

/** A step that replaces or adds fields. */
export const adding = (fields: Record<string, Schema>) => (before: Schema) => withFields(before, fields)
/** A step that changes one field in place. */
export const changing = (name: string, change: Schema) => (before: Schema) =>
  changeField(before, name, change)
