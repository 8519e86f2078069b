import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkContainment } from '@/lib/domain/compatibility/check-containment'
import { validate } from '@/lib/domain/compatibility/validate/validate'
import type { ChangeKind } from '@/lib/domain/diff/change'
import { diffSchemas } from '@/lib/domain/diff/diff-schemas'
import { drawPairs } from './draw-pairs'

const seed = 20261125
/** What a kind is called when both schemas change places; a kind that is not here keeps its name. */
const opposites: Partial<Record<ChangeKind, ChangeKind>> = {
  'required-added': 'required-removed',
  'type-widened': 'type-narrowed',
  'enum-added': 'enum-removed',
  'enum-value-added': 'enum-value-removed',
  'bound-tightened': 'bound-loosened',
  'pattern-added': 'pattern-removed',
  'other-fields-forbidden': 'other-fields-allowed',
  'field-pattern-added': 'field-pattern-removed',
  'variant-added': 'variant-removed',
  deprecated: 'deprecation-removed',
}
const swapped = new Map<ChangeKind, ChangeKind>([
  ...(Object.entries(opposites) as [ChangeKind, ChangeKind][]),
  ...(Object.entries(opposites) as [ChangeKind, ChangeKind][]).map(
    ([one, other]): [ChangeKind, ChangeKind] => [other, one],
  ),
])

describe('changes between drawn schemas', () => {
  it('are none between a schema and itself', () => {
    fc.assert(
      fc.property(drawPairs(2), ({ writer }) => {
        expect(diffSchemas(writer, writer)).toEqual([])
        expect(diffSchemas(writer, JSON.parse(JSON.stringify(writer)) as typeof writer)).toEqual([])
      }),
      { numRuns: 100, seed },
    )
  })

  it('are told wherever somebody breaks', () => {
    fc.assert(
      fc.property(drawPairs(1), ({ writer, reader }) => {
        const changes = diffSchemas(writer, reader, { policy: 'strict' })
        if (changes.some(({ documentation }) => !documentation)) return
        expect([
          checkContainment(writer, reader).verdict,
          checkContainment(reader, writer).verdict,
        ]).not.toContain('breaking')
      }),
      { numRuns: 300, seed },
    )
  })

  it('have a witness that checks wherever they break', () => {
    fc.assert(
      fc.property(drawPairs(1), ({ draft, writer, reader }) => {
        for (const { kind, backward, forward, witnesses } of diffSchemas(writer, reader, {
          policy: 'strict',
        })) {
          expect([kind, backward === 'breaking', forward === 'breaking']).toEqual([
            kind,
            'backward' in witnesses,
            'forward' in witnesses,
          ])
          // Old events that break are events of the schema before; new ones that break are none of its events.
          if (witnesses.backward !== undefined)
            expect(validate(writer, witnesses.backward, { draft }).isValid).toBe(true)
          if (witnesses.forward !== undefined)
            expect(validate(writer, witnesses.forward, { draft }).isValid).toBe(false)
        }
      }),
      { numRuns: 200, seed },
    )
  })

  it('are the opposite ones the other way round', () => {
    const kindsOf = (kinds: ChangeKind[]): string[] =>
      kinds.map((kind) => (/^(required-)?field-(added|removed)$/.test(kind) ? 'field' : kind)).sort()
    fc.assert(
      fc.property(drawPairs(1), ({ writer, reader }) => {
        const there = diffSchemas(writer, reader).map(({ kind }) => swapped.get(kind) ?? kind)
        const back = diffSchemas(reader, writer).map(({ kind }) => kind)
        expect(kindsOf(back)).toEqual(kindsOf(there))
      }),
      { numRuns: 200, seed },
    )
  })
})
