import type { Json, JsonObject } from '@/lib/domain/json/json'

/** A JSON Schema as an author writes it. */
export type Schema = JsonObject

export interface DemoDomain {
  slug: string
  name: string
  description: string
}

export interface DemoOwner {
  slug: string
  name: string
  domain: string
  description: string
  email: string | null
  chat: string | null
  on_call: string | null
  url: string | null
}

/** Somebody of the company, who signs in with one click. */
export interface DemoPerson {
  name: string
  email: string
  role: 'reader' | 'author' | 'reviewer' | 'administrator'
  /** Slugs of the owners they are a member of. */
  owners: string[]
}

export interface DemoService {
  slug: string
  name: string
  owner: string
  domain: string
  description: string
}

export interface DemoVersion {
  label: string
  /** Days before the loading of the demo at which it was published: the company's past moves along with today. */
  days_ago: number
  notes: string
  schema: Schema
  examples: Json[]
}

export interface DemoEventType {
  name: string
  kind: 'domain' | 'cud'
  entity: string | null
  operation: 'created' | 'updated' | 'deleted' | null
  owner: string
  domain: string
  status: 'draft' | 'active' | 'deprecated'
  /** Why a deprecated one is to be left, for which other one, and in how many days from the loading of the demo. */
  leaving: { reason: string; successor: string; days: number } | null
  description: string
  producers: readonly string[]
  /** Fields a service reads, as JSON Pointers into the data block, by service. */
  consumers: Readonly<Record<string, readonly string[]>>
  /** Oldest first; at least one. */
  versions: readonly [DemoVersion, ...DemoVersion[]]
}
