import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { drawPairs, values } from './containment/draw-pairs'
import { examinePair } from './containment/examine-pair'

/**
 * Hunts for a wrong verdict: draws pairs, asks the prover, and lets two validators that are not ours object.
 * `tsx bench/containment-hunt.ts --pairs 10000 --seed 1 --depth 2`; the exit code is 1 if anything was found.
 */
async function hunt(): Promise<void> {
  const { values: given } = parseArgs({
    options: {
      pairs: { type: 'string' },
      seed: { type: 'string' },
      depth: { type: 'string' },
      unknown: { type: 'boolean' },
    },
  })
  const [pairs, seed, depth] = [
    Number(given.pairs ?? 1000),
    Number(given.seed ?? 1),
    Number(given.depth ?? 2),
  ]
  const verdicts: Record<string, number> = { compatible: 0, breaking: 0, unknown: 0 }
  const times: number[] = []
  const reasons = new Map<string, number>()
  let [objected, disputed, unjudged, slowest] = [0, 0, 0, { milliseconds: 0, pair: '' }]
  const drawn = fc.tuple(drawPairs(depth), fc.array(values, { minLength: 12, maxLength: 12 }))
  const batch = 500
  for (let done = 0; done < pairs; done += batch) {
    for (const [pair, extra] of fc.sample(drawn, {
      seed: seed + done,
      numRuns: Math.min(batch, pairs - done),
    })) {
      const { answer, milliseconds, objections, disputes, isJudged } = await examinePair(pair, extra)
      verdicts[answer.verdict] = (verdicts[answer.verdict] ?? 0) + 1
      times.push(milliseconds)
      if (!isJudged) unjudged += 1
      if (disputes > 0) disputed += 1
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, pair: JSON.stringify(pair) }
      if (answer.verdict === 'unknown') {
        const kind = answer.reason.slice(0, 60)
        reasons.set(kind, (reasons.get(kind) ?? 0) + 1)
        if (given.unknown === true) console.log(JSON.stringify({ ...answer, ...pair }))
      }
      if (objections.length > 0) {
        objected += 1
        console.log(JSON.stringify({ objections: objections.slice(0, 3), answer, ...pair }))
      }
    }
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  console.log(
    JSON.stringify({
      pairs,
      seed,
      depth,
      verdicts,
      objected,
      disputed,
      unjudged,
      reasons: Object.fromEntries(reasons),
      median: at(0.5),
      p99: at(0.99),
      slowest,
    }),
  )
  if (objected > 0) process.exitCode = 1
}

void hunt()
