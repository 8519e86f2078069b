// npm run pasttense-style command: node scripts/run.mjs bench/kill-during-receive.ts --rounds 20 [--victim node|postgres]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { killRounds, type Victim } from './kill-rounds'

const { values } = parseArgs({ options: { rounds: { type: 'string' }, victim: { type: 'string' } } })
const rounds = Number(values.rounds ?? 20)
const victims: Victim[] =
  values.victim === 'node' || values.victim === 'postgres' ? [values.victim] : ['node', 'postgres']

for (const victim of victims) {
  const folder = await mkdtemp(path.join(tmpdir(), 'pasttense-kill-'))
  const report = await killRounds(victim, rounds, folder, (line) =>
    process.stderr.write(`${victim} ${line}\n`),
  )
  await rm(folder, { recursive: true, force: true })
  const isSound =
    report.lost.length === 0 &&
    report.twice.length === 0 &&
    report.counted.events === report.stored &&
    report.counted.edges === report.edges &&
    report.corrected === 0
  process.stdout.write(
    `kill -9 of ${victim}, ${rounds} times: ${report.acknowledged} acknowledged, ${report.lost.length} lost, ` +
      `${report.twice.length} twice; ${report.counted.events} of ${report.stored} counted, ` +
      `${report.counted.edges} of ${report.edges} edges, ${report.corrected} rows corrected by a recount: ${isSound ? 'sound' : 'BROKEN'}\n`,
  )
  if (!isSound) process.exitCode = 1
}
