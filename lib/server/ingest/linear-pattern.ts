import { RE2JS } from 're2js'

/** What ajv needs of a regular expression. */
export interface LinearPattern {
  test(text: string): boolean
  /** ajv tells patterns apart by this. */
  toString(): string
}

/**
 * Compiles a stranger's ECMAScript pattern for an engine that is linear in the text, whatever the pattern. Null where
 * it needs what no such engine has (look-around, back-references).
 */
export function compileLinearPattern(pattern: string): LinearPattern | null {
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern))
    return { test: (text) => compiled.test(text), toString: () => pattern }
  } catch {
    return null
  }
}
