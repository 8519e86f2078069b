import { setImmediate } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import type { Json } from '@/lib/domain/json/json'
import { drawMixedFamilies, type DrawnFamily } from './containment/draw-pairs'
import { plain, values } from './containment/draw-values'
import { examine, examined } from './containment/examine-pair'
import { Tally } from './containment/tally'

const { values: given } = parseArgs({
  options: {
    pairs: { type: 'string' },
    seed: { type: 'string' },
    unknown: { type: 'boolean' },
    disputed: { type: 'boolean' },
  },
})
const [pairs, seed] = [Number(given.pairs ?? 1000), Number(given.seed ?? 1)]
/** Families drawn from one seed, so that a pair can be found again without drawing all before it. */
const BATCH = 50

/**
 * Hunts for a wrong verdict: draws pairs, asks the prover, and lets two validators that are not ours object.
 * `--pairs 10000 --seed 1 [--unknown] [--disputed]`; the exit code is 1 if anything was found.
 */
async function hunt(): Promise<void> {
  const drawn = fc.tuple(drawMixedFamilies, fc.array(values, { minLength: 8, maxLength: 8 }))
  const tally = new Tally(given)
  let isStopped = false
  // Ends with what has been seen so far.
  process.once('SIGINT', () => (isStopped = true))
  for (let batch = 0; tally.pairs < pairs && !isStopped; batch += 1) {
    for (const [family, extra] of fc.sample(drawn, { seed: seed + batch, numRuns: BATCH }))
      await examineFamily(family, plain(extra), tally)
    if (batch % 50 === 49) tally.progress()
    // Lets a signal in.
    await setImmediate()
  }
  console.log(JSON.stringify({ seed, ...tally.summary() }))
  if (tally.objected > 0) process.exitCode = 1
}

async function examineFamily(
  { draft, schemas }: DrawnFamily,
  extra: readonly Json[],
  tally: Tally,
): Promise<void> {
  const members = await Promise.all(schemas.map((schema) => examined(schema, draft)))
  for (const writer of members) {
    for (const reader of members) {
      if (writer === reader || tally.pairs >= pairs) continue
      tally.add({ draft, writer: writer.schema, reader: reader.schema }, examine(writer, reader, extra))
    }
  }
}

void hunt()
