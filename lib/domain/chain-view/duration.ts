const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * A length of time in words a person takes in at once: `183 ms`, `2.1 s`, `1 min 3 s`, `5 h 20 min`, `3 d 4 h`. Two units
 * at most; a negative one has a true minus sign.
 */
export function formatDuration(ms: number): string {
  if (ms < 0) return `−${formatDuration(-ms)}`
  if (!Number.isInteger(ms)) return formatDuration(Math.round(ms))
  if (ms < SECOND) return `${ms} ms`
  if (ms < MINUTE) return `${trim(Math.floor(ms / 100) / 10)} s`
  if (ms < HOUR) return twoUnits(ms, MINUTE, 'min', SECOND, 's')
  if (ms < DAY) return twoUnits(ms, HOUR, 'h', MINUTE, 'min')
  return twoUnits(ms, DAY, 'd', HOUR, 'h')
}

function trim(seconds: number): string {
  return seconds.toFixed(1).replace(/\.0$/, '')
}

function twoUnits(ms: number, large: number, largeName: string, small: number, smallName: string): string {
  const first = Math.floor(ms / large)
  const second = Math.floor((ms - first * large) / small)
  return second === 0 ? `${first} ${largeName}` : `${first} ${largeName} ${second} ${smallName}`
}
