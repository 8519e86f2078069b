import type { Random } from './random'

/** Draws a delay in milliseconds. */
export type Delay = (random: Random) => number

/** The 95th percentile of the normal distribution. */
const Z95 = 1.6449

/** Log-normal: most are quick, a few take very long, none is negative. */
function logNormal(p50: number, p95: number): Delay {
  const deviation = Math.log(p95 / p50) / Z95
  return (random) => Math.max(1, Math.round(p50 * Math.exp(deviation * random.normal())))
}

export const seconds = (p50: number, p95: number) => logNormal(p50 * 1000, p95 * 1000)
export const minutes = (p50: number, p95: number) => logNormal(p50 * 60_000, p95 * 60_000)
export const hours = (p50: number, p95: number) => logNormal(p50 * 3_600_000, p95 * 3_600_000)
export const days = (p50: number, p95: number) => logNormal(p50 * 86_400_000, p95 * 86_400_000)
