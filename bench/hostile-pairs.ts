import { checkCompatibility } from '@/lib/domain/compatibility/check-compatibility'
import { checkContainment } from '@/lib/domain/compatibility/check-containment'
import { hostilePairs } from './containment/hostile-pairs'

// node scripts/run.mjs bench/hostile-pairs.ts [NAME]
// What the prover takes for questions meant to hurt. The best of three runs counts, in processor time (a busy machine
// would say more about its neighbours).
const LIMIT_MS = 250
const wanted = process.argv[2] ?? ''
let slowest = { name: '', milliseconds: 0 }
let over = 0
for (const { name, writer, reader } of hostilePairs) {
  if (!name.includes(wanted)) continue
  const took = (ask: () => unknown): number => {
    let best = Infinity
    for (let round = 0; round < 3; round += 1) {
      const begin = process.cpuUsage()
      ask()
      const { user, system } = process.cpuUsage(begin)
      best = Math.min(best, (user + system) / 1000)
    }
    return best
  }
  let verdict = ''
  const strict = took(() => {
    const answer = checkContainment(writer, reader)
    verdict = answer.verdict === 'unknown' ? `unknown: ${answer.reason.slice(0, 50)}` : answer.verdict
  })
  // Both directions, under the policy that looks at schemas most.
  const tolerant = took(() => checkCompatibility(writer, reader)) / 2
  const milliseconds = Math.max(strict, tolerant)
  if (milliseconds > slowest.milliseconds) slowest = { name, milliseconds }
  const mark = milliseconds > LIMIT_MS ? (over++, ' OVER') : ''
  console.log(
    `${strict.toFixed(1).padStart(8)} ${tolerant.toFixed(1).padStart(8)}  ${name.padEnd(56)}${verdict}${mark}`,
  )
}
console.log(
  `\nms, strict and tolerant a direction; slowest: ${slowest.name}, ${slowest.milliseconds.toFixed(0)} ms; over ${LIMIT_MS} ms: ${over}`,
)
