// node scripts/run.mjs bench/expected-steps.ts [--events 521000] [--seeds first,second] [--tuning]
// How many stopped flows the expected next step finds, and how many of its alarms are false, on simulated companies
// whose seeds and troubles the thresholds were not chosen on. `--tuning` lets other kinds of trouble loose: choose by
// those, on seeds of their own.
import { parseArgs } from 'node:util'
import { measureExpectations, type Figures } from './expected-steps/measure'
import { drawTroubles } from './expected-steps/troubles'
import { drawTuningTroubles } from './expected-steps/tuning-troubles'

const { values } = parseArgs({
  options: { events: { type: 'string' }, seeds: { type: 'string' }, tuning: { type: 'boolean' } },
})
const seeds = (values.seeds ?? 'harbour,pine').split(',')
const draw = values.tuning ? drawTuningTroubles : drawTroubles
const events = Number(values.events ?? 521_000)

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`
const tell = (name: string, figures: Figures) => {
  const { stopped, found, alarms, falseAlarms, judged, inTime, notExpected } = figures
  process.stdout.write(
    `${name}: ${figures.events} events, ${judged} judged at their deadline\n` +
      `  found         ${found} of ${stopped} stopped steps: ${percent(found, stopped)} (target ≥ 95 %)\n` +
      `  false alarms  ${falseAlarms} of ${alarms} alarms: ${percent(falseAlarms, alarms)} (target ≤ 2 %); of all judged ${percent(falseAlarms, judged)}\n` +
      `  besides       ${inTime} stopped and were still in time at the end, ${notExpected} where no step is expected\n`,
  )
  if (found < 0.95 * stopped || falseAlarms > 0.02 * alarms) process.exitCode = 1
}
for (const seed of seeds) tell(seed, measureExpectations(seed, Math.round(events / seeds.length), draw))
