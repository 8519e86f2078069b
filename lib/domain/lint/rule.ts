import type { Json } from '../json/json'
import type { CudOperation } from '../naming/cud-name'
import type { Draft } from './draft-keywords'
import type { Finding, Severity } from './finding'
import type { NameStyle } from './name-style'
import type { Schema, SchemaNode } from './walk-schema'

/** What is linted, and what the catalog knows about its surroundings. Rules that lack their input say nothing. */
export interface LintInput {
  name?: string
  kind?: 'domain' | 'cud'
  entity?: string | null
  schema?: Schema
  /** What the catalog says of the event type; it stands in for a description of the schema. */
  description?: string
  /** Examples kept beside the schema; they stand in for `examples` inside it. */
  examples?: readonly Json[]
  /** The schemas of the entity's three events, as far as they exist; the linted one need not be among them. */
  entitySchemas?: Partial<Record<CudOperation, Schema>>
  /** The names of the catalog's other event types, for families and collisions. */
  catalogNames?: readonly string[]
  nameStyle?: NameStyle
  /** Severities by rule id, where the catalog's differ from the defaults. */
  settings?: Readonly<Record<string, Severity | 'off'>>
}

export interface Subject extends LintInput {
  draft: Draft
  /** Where the walk through the schema turned back, or null. */
  cutAt: string | null
}

export type Complaint = Omit<Finding, 'rule' | 'severity'>

/** The texts are for the docs and the screen: why the rule exists, one bad and one good example. */
export interface Rule {
  id: string
  severity: Severity
  title: string
  explanation: string
  bad: string
  good: string
  /** Called once. */
  checkEvent?: (subject: Subject) => Complaint[]
  /** Called for every schema in the document, the root first. */
  checkNode?: (node: SchemaNode, subject: Subject) => Complaint[]
}
