import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCompatibility } from '@/lib/domain/compatibility/check-compatibility'
import { checkContainment } from '@/lib/domain/compatibility/check-containment'
import { validate } from '@/lib/domain/compatibility/validate/validate'
import { drawPairs } from './draw-pairs'
import { plain, values } from './draw-values'
import { examinePair } from './examine-pair'
import { ajvJudge, hyperjumpJudge } from './judges'

/** A bounded share of what `bench/containment-hunt.ts` hunts for; the seed is fixed, so that a failure comes again. */
describe('verdicts of drawn pairs', () => {
  it('are contradicted by no value and confirmed by every witness, two other validators say', async () => {
    const drawn = fc.tuple(drawPairs(1), fc.array(values, { maxLength: 8 }))
    await fc.assert(
      fc.asyncProperty(drawn, async ([pair, extra]) => {
        expect((await examinePair(pair, extra)).objections).toEqual([])
      }),
      { numRuns: 300, seed: 20260806 },
    )
  }, 120_000)

  it('say that a schema is compatible with itself in other words, and with true', () => {
    fc.assert(
      fc.property(drawPairs(2), ({ draft, writer }) => {
        const copy = { ...(writer as object), description: 'the same, in other words' } as typeof writer
        expect(checkContainment(writer, copy, { draft }).verdict).toBe('compatible')
        expect(checkContainment(writer, {}, { draft }).verdict).toBe('compatible')
      }),
      { numRuns: 150, seed: 20260806 },
    )
  })

  it('never throw, under any policy', () => {
    fc.assert(
      fc.property(
        drawPairs(2),
        fc.constantFrom('tolerant', 'strict', 'confluent'),
        ({ writer, reader }, policy) => {
          const { verdict } = checkCompatibility(writer, reader, { policy })
          expect(['compatible', 'breaking', 'unknown']).toContain(verdict)
        },
      ),
      { numRuns: 150, seed: 20260806 },
    )
  })
})

describe('the plain validator', () => {
  it('agrees with the two others wherever they agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawPairs(2),
        fc.array(values, { minLength: 5, maxLength: 10 }),
        async ({ draft, writer }, drawn) => {
          const asked = plain(drawn)
          const ajv = asked.map(ajvJudge(writer, draft))
          const hyperjump = asked.map(await hyperjumpJudge(writer))
          const ours = asked.map((value) => validate(writer, value, { draft }).isValid)
          const differing = asked.filter(
            (_, index) =>
              ajv[index] === hyperjump[index] && ajv[index] !== undefined && ours[index] !== ajv[index],
          )
          expect(differing).toEqual([])
        },
      ),
      { numRuns: 300, seed: 20260806 },
    )
  }, 120_000)
})
