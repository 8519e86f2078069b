import type { Json } from '@/lib/domain/json/json'

/** Everything that can change between two schemas of one event type. */
export type ChangeKind =
  | 'field-added'
  | 'required-field-added'
  | 'field-removed'
  | 'field-renamed'
  | 'field-moved'
  | 'required-added'
  | 'required-removed'
  | 'type-changed'
  | 'type-widened'
  | 'type-narrowed'
  | 'enum-added'
  | 'enum-removed'
  | 'enum-value-added'
  | 'enum-value-removed'
  | 'constant-changed'
  | 'bound-tightened'
  | 'bound-loosened'
  | 'pattern-added'
  | 'pattern-removed'
  | 'pattern-changed'
  | 'other-fields-forbidden'
  | 'other-fields-allowed'
  | 'other-fields-changed'
  | 'field-pattern-added'
  | 'field-pattern-removed'
  | 'items-changed'
  | 'variant-added'
  | 'variant-removed'
  | 'condition-changed'
  | 'reference-changed'
  | 'draft-changed'
  | 'format-changed'
  | 'unit-changed'
  | 'default-changed'
  | 'title-changed'
  | 'description-changed'
  | 'examples-changed'
  | 'deprecated'
  | 'deprecation-removed'
  | 'mark-changed'

export type ChangeClass = 'breaking' | 'safe' | 'unknown'

/** One change as data: the page, the API and the command line show the same. */
export interface Change {
  kind: ChangeKind
  /** JSON Pointer into the schema after, or before for what is gone. */
  path: string
  /** Where it is in the data, `lines[].sku`; empty for the whole data block. */
  field: string
  /** One sentence for the person who may break. */
  message: string
  /** New readers, old events. */
  backward: ChangeClass
  /** Old readers, new events. */
  forward: ChangeClass
  /** Events that break, in a direction that is breaking. */
  witnesses: { backward?: Json; forward?: Json }
  /** Compatible in some direction, and what a value means may still shift. */
  risky: boolean
  /** Says something else about the same values: breaks nobody. */
  documentation: boolean
  before?: Json
  after?: Json
}

/** What a walker saw, before anybody phrased or judged it. */
export interface Notice {
  readonly kind: ChangeKind
  readonly field: string
  /** Pointer of the place before; absent for what is new. */
  readonly beforePath?: string
  readonly afterPath?: string
  readonly before?: Json
  readonly after?: Json
  /** Makes this change alone to the schema before; empty for what has no part in validity. */
  readonly edits: readonly Edit[]
  /** What the place allows, spelled out: to recognise the same thing under another name. */
  readonly shape?: string
}

/** One edit of the schema before, at a place of it, towards the same place after. */
export interface Edit {
  readonly beforePlace: string
  readonly afterPlace: string
  readonly what:
    | { readonly how: 'whole' }
    | { readonly how: 'keywords'; readonly keywords: readonly string[] }
    | { readonly how: 'field'; readonly name: string }
    | { readonly how: 'required'; readonly name: string }
    | { readonly how: 'value'; readonly value: Json; readonly added: boolean }
    | {
        readonly how: 'variant'
        readonly keyword: string
        readonly beforeAt?: string
        readonly afterAt?: string
      }
}

const documentationKinds: ReadonlySet<ChangeKind> = new Set([
  'title-changed',
  'description-changed',
  'examples-changed',
  'deprecated',
  'deprecation-removed',
  'mark-changed',
])
const riskyKinds: ReadonlySet<ChangeKind> = new Set(['format-changed', 'unit-changed', 'default-changed'])

export function isDocumentation(kind: ChangeKind): boolean {
  return documentationKinds.has(kind)
}

/** Compatible as far as values go, but what they mean may have shifted. */
export function mayShiftMeaning(kind: ChangeKind): boolean {
  return riskyKinds.has(kind)
}
