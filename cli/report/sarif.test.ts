import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asGithubCommands } from './github'
import { asSarif } from './sarif'
import type { ReportEntry } from './report'

const entry: ReportEntry = {
  file: 'schemas/Card: expired,1.json',
  line: 3,
  column: 5,
  rule: 'description-missing',
  severity: 'hint',
  path: '/properties/a',
  message: '100 % of it,\r\nfirst: second ::error::third',
}

const entries = fc.array(
  fc.record<ReportEntry>(
    {
      file: fc.string({ minLength: 1, unit: 'grapheme' }),
      line: fc.integer({ min: 1, max: 1e6 }),
      column: fc.integer({ min: 1, max: 1e6 }),
      rule: fc.constantFrom('a', 'b', 'spectral:c'),
      severity: fc.constantFrom('error', 'warning', 'hint'),
      path: fc.constantFrom('', '/properties/a~1b'),
      message: fc.string({ unit: 'grapheme' }),
      waiver: fc.string(),
    },
    { requiredKeys: ['file', 'line', 'column', 'rule', 'severity', 'path', 'message'] },
  ),
)

describe('github', () => {
  it('escapes what would end a property or a command', () => {
    expect(asGithubCommands([entry])).toBe(
      '::notice file=schemas/Card%3A expired%2C1.json,line=3,col=5,title=description-missing::100 %25 of it,%0D%0Afirst: second ::error::third',
    )
  })
  it('writes one line an entry, whatever stands in it', () => {
    fc.assert(
      fc.property(entries, (drawn) => {
        const lines = drawn.length === 0 ? [] : asGithubCommands(drawn).split(/\r\n|\r|\n/)
        expect(lines).toHaveLength(drawn.length)
        for (const line of lines)
          expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,]*,line=\d+,col=\d+,title=[^,]*::/s)
      }),
    )
  })
})

describe('sarif', () => {
  it('points every result at its rule, its file and its line', () => {
    const log = asSarif(
      [entry, { ...entry, rule: 'unsatisfiable', severity: 'error' }],
      [{ id: 'unsatisfiable', title: 'T', explanation: 'E' }],
    )
    const [run] = log.runs
    expect(run?.tool.driver.rules).toEqual([
      { id: 'description-missing' },
      { id: 'unsatisfiable', shortDescription: { text: 'T' }, fullDescription: { text: 'E' } },
    ])
    expect(run?.results?.[1]).toMatchObject({
      ruleId: 'unsatisfiable',
      ruleIndex: 1,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'schemas/Card%3A%20expired%2C1.json' },
            region: { startLine: 3, startColumn: 5 },
          },
        },
      ],
    })
  })
  it('keeps a waived finding, with its reason', () => {
    const log = asSarif([{ ...entry, waiver: 'legacy, by ann' }], [])
    expect(log.runs[0]?.results?.[0]?.suppressions).toEqual([
      { kind: 'external', justification: 'legacy, by ann' },
    ])
  })
  it('has what its schema demands of any entries', () => {
    fc.assert(
      fc.property(entries, (drawn) => {
        const log = JSON.parse(JSON.stringify(asSarif(drawn, []))) as ReturnType<typeof asSarif>
        expect(log.version).toBe('2.1.0')
        const [run] = log.runs
        const ids = run?.tool.driver.rules?.map(({ id }) => id) ?? []
        expect(new Set(ids).size).toBe(ids.length)
        expect(run?.results).toHaveLength(drawn.length)
        for (const result of run?.results ?? []) {
          expect(ids[result.ruleIndex ?? -1]).toBe(result.ruleId)
          expect(['error', 'warning', 'note']).toContain(result.level)
          const uri = result.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '%'
          // A URI reference of RFC 3986 without a scheme.
          expect(uri).toMatch(/^(?:[A-Za-z0-9\-._~!*'()/]|%[0-9A-F]{2})*$/)
        }
      }),
    )
  })
})
