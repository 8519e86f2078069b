import type { Simulation } from '../simulation'
import { changeAccount, register, signIn } from './accounts'
import { changeCard, endCard } from './cards'
import { payOut, report, startCampaign } from './office'
import { fillCart } from './orders'
import { changeRange } from './range'
import { askQuestion } from './tickets'

/** What begins in the company, and how often beside the others. */
const flowMix: readonly (readonly [flow: (sim: Simulation) => void, weight: number])[] = [
  [fillCart, 40],
  [signIn, 30],
  [register, 8],
  [changeAccount, 6],
  [endCard, 7],
  [changeCard, 3],
  [changeRange, 5],
  [askQuestion, 4],
  [report, 4],
  [payOut, 2],
  [startCampaign, 0.5],
]

export function beginSomething(sim: Simulation): void {
  sim.random.weighted(flowMix)(sim)
}
