import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSchemaDocument } from '@/lib/server/schema-documents/check-schema-document'
import type { Json, JsonObject } from '../json/json'
import { valueAt } from '../json/pointer'
import { applyFix } from './apply-fix'
import type { Finding } from './finding'
import { lintEventType } from './lint-event-type'
import type { LintInput } from './rule'
import { nested, ruleCases } from './rule-cases-fixture'
import { rules } from './rules'

/** `rule path` of every finding of the rule asked for. */
function found(rule: string, input: LintInput): string[] {
  return lintEventType(input).flatMap((finding) => (finding.rule === rule ? [finding.path] : []))
}

/** The same input with the fix applied. */
function mended(input: LintInput, finding: Finding): LintInput {
  const { fix } = finding
  if (fix?.name !== undefined) return { ...input, name: fix.name }
  if (!fix || input.schema === undefined) return input
  return { ...input, schema: applyFix(input.schema, fix) as JsonObject }
}

describe.each(rules.map((rule) => rule.id))('%s', (id) => {
  const { bad, good } = ruleCases[id] ?? { bad: [], good: [] }

  it('finds what breaks it, at its place', () => {
    expect(bad.length).toBeGreaterThan(0)
    for (const [input, paths] of bad) expect(found(id, input), JSON.stringify(input)).toEqual(paths)
  })

  it('leaves alone what does not', () => {
    for (const input of good) expect(found(id, input), JSON.stringify(input)).toEqual([])
  })

  it('offers only fixes that mend it', () => {
    for (const [input] of bad) {
      for (const finding of lintEventType(input)) {
        if (finding.rule !== id || !finding.fix) continue
        const again = lintEventType(mended(input, finding))
        const same = again.filter(
          (one) => one.rule === id && one.path === finding.path && one.message === finding.message,
        )
        expect(same, JSON.stringify(finding)).toEqual([])
      }
    }
  })

  it('offers only fixes that leave a valid schema', () => {
    for (const [input] of bad) {
      const isSound = (one: LintInput) =>
        one.schema === undefined || checkSchemaDocument(one.schema).length === 0
      if (!isSound(input)) continue
      for (const finding of lintEventType(input))
        if (finding.rule === id) expect(isSound(mended(input, finding)), JSON.stringify(finding)).toBe(true)
    }
  })

  it('can be made grave, slight or silent by the settings', () => {
    const input = bad[0]?.[0] ?? {}
    const of = (severity: 'error' | 'hint' | 'off') =>
      lintEventType({ ...input, settings: { [id]: severity } }).flatMap((one) =>
        one.rule === id ? [one.severity] : [],
      )
    expect(new Set(of('error'))).toEqual(new Set(['error']))
    expect(new Set(of('hint'))).toEqual(new Set(['hint']))
    expect(of('off')).toEqual([])
  })
})

// The time limit is only for machines under other load.
describe('schemas of strangers', { timeout: 60_000 }, () => {
  it('a circle of references ends', () => {
    const schema = {
      $ref: '#/$defs/a',
      $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: { $ref: '#/$defs/a' } },
    }
    expect(
      found('reference-not-found', {
        schema,
        name: 'ACreated',
        kind: 'cud',
        entitySchemas: { updated: schema },
      }),
    ).toEqual([])
  })

  it('a depth of 100,000 neither overflows nor passes unseen', () => {
    expect(found('schema-too-large', { schema: nested(100_000) })).toHaveLength(1)
  })

  it('of 101,000 properties a bounded number of findings is told, and that there are more', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 101_000 }, (_, index) => [`p${String(index)}`, {}]),
    )
    const findings = lintEventType({ schema: { type: 'object', properties } })
    expect(findings.length).toBeLessThan(1000)
    expect(findings.some((finding) => finding.message.startsWith('More places'))).toBe(true)
    expect(findings.some((finding) => finding.rule === 'schema-too-large')).toBe(true)
  })

  it('names of built-in members are plain names', () => {
    const text =
      '{"properties": {"__proto__": {"type": "text"}, "constructor": {}, "toString": {}}, "required": ["valueOf"]}'
    const schema = JSON.parse(text) as JsonObject
    expect(found('invalid-schema', { schema, settings: {} })).toEqual(['/properties/__proto__/type'])
    expect(found('unsatisfiable', { schema: { ...schema, additionalProperties: false } })).toEqual([
      '/required/0',
    ])
  })

  it('no JSON makes it throw, and every finding and fix points into the schema', () => {
    const word = fc.constantFrom(
      'type',
      'properties',
      'items',
      'allOf',
      'anyOf',
      'not',
      'enum',
      'const',
      'required',
      '$ref',
      '$defs',
      '$schema',
      'pattern',
      'patternProperties',
      'minimum',
      'maximum',
      'description',
      'example',
      'email',
      'created_at',
      'string',
      'object',
      '#/$defs/a',
      '__proto__',
    )
    const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), word),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(word, tie('tree'), { maxKeys: 6 }),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(word, tree, { noNullPrototype: true }), (schema) => {
        const input: LintInput = {
          name: 'OrderPlaced',
          kind: 'cud',
          schema,
          entitySchemas: { created: schema, updated: { properties: { a: {} } } },
        }
        for (const finding of lintEventType(input)) {
          expect(valueAt(schema, finding.path), finding.path).toBeDefined()
          if (finding.fix?.patch) {
            const again = lintEventType(mended(input, finding))
            expect(
              again.filter(
                (one) =>
                  one.rule === finding.rule && one.message === finding.message && one.path === finding.path,
              ),
            ).toEqual([])
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('README.md', () => {
  it('has the table of rules', () => {
    const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` +\| (\w+) +\| (.*?) +\|/gm)].map(
      ([, ...cells]) => cells,
    )
    expect(rows).toEqual(rules.map((rule) => [rule.id, rule.severity, rule.title]))
  })
})
