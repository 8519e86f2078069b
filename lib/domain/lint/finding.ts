import type { Json } from '../json/json'

export type Severity = 'error' | 'warning' | 'hint'

/** One operation of an RFC 6902 JSON Patch; `test` and `copy` are not needed by any fix. */
export interface PatchOperation {
  op: 'add' | 'remove' | 'replace' | 'move'
  path: string
  from?: string
  value?: Json
}

/** A better schema or a better name. After it is applied the finding is gone. */
export interface Fix {
  title: string
  patch?: PatchOperation[]
  name?: string
}

/** One result of a check. `path` is a JSON Pointer into the linted schema; what concerns the name has the empty one. */
export interface Finding {
  rule: string
  severity: Severity
  path: string
  message: string
  fix?: Fix
}
