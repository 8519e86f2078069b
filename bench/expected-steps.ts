// node scripts/run.mjs bench/expected-steps.ts [--events 521000] [--seeds first,second]
// How many stopped flows the expected next step finds, and how many of its alarms are false, on simulated companies
// whose seeds and troubles the thresholds were not chosen on.
import { parseArgs } from 'node:util'
import { measureExpectations, type Figures } from './expected-steps/measure'

const { values } = parseArgs({ options: { events: { type: 'string' }, seeds: { type: 'string' } } })
const seeds = (values.seeds ?? 'harbour,pine').split(',')
const events = Number(values.events ?? 521_000)

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`
const tell = (name: string, figures: Figures) => {
  const { stopped, found, alarms, falseAlarms, judged, notExpected } = figures
  process.stdout.write(
    `${name}: ${figures.events} events, ${judged} judged at their deadline\n` +
      `  found         ${found} of ${stopped} stopped steps: ${percent(found, stopped)} (target ≥ 95 %)\n` +
      `  false alarms  ${falseAlarms} of ${alarms} alarms: ${percent(falseAlarms, alarms)} (target ≤ 2 %); of all judged ${percent(falseAlarms, judged)}\n` +
      `  besides       ${notExpected} stopped where no step is expected or it was still in time\n`,
  )
  if (found < 0.95 * stopped || falseAlarms > 0.02 * alarms) process.exitCode = 1
}
for (const seed of seeds) tell(seed, measureExpectations(seed, Math.round(events / seeds.length)))
