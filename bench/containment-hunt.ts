import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { drawMixedPairs, drawPairs } from './containment/draw-pairs'
import { values } from './containment/draw-values'
import { examinePair } from './containment/examine-pair'
import { Tally } from './containment/tally'

const { values: given } = parseArgs({
  options: {
    pairs: { type: 'string' },
    seed: { type: 'string' },
    depth: { type: 'string' },
    unknown: { type: 'boolean' },
    disputed: { type: 'boolean' },
  },
})
const [pairs, seed] = [Number(given.pairs ?? 1000), Number(given.seed ?? 1)]
/** Drawn anew for each batch, so that a pair can be found again without drawing all before it. */
const BATCH = 500

/**
 * Hunts for a wrong verdict: draws pairs, asks the prover, and lets two validators that are not ours object.
 * `--pairs 10000 --seed 1 [--depth 2] [--unknown] [--disputed]`; the exit code is 1 if anything was found.
 */
async function hunt(): Promise<void> {
  const pair = given.depth === undefined ? drawMixedPairs : drawPairs(Number(given.depth))
  const drawn = fc.tuple(pair, fc.array(values, { minLength: 8, maxLength: 8 }))
  const tally = new Tally(given)
  for (let done = 0; done < pairs; done += BATCH) {
    const options = { seed: seed + done, numRuns: Math.min(BATCH, pairs - done) }
    for (const [each, extra] of fc.sample(drawn, options)) tally.add(each, await examinePair(each, extra))
    if ((done / BATCH) % 100 === 99) tally.progress()
  }
  console.log(JSON.stringify({ pairs, seed, depth: given.depth ?? 'mixed', ...tally.summary() }))
  if (tally.objected > 0) process.exitCode = 1
}

void hunt()
