/**
 * A long id without its middle: `0198f0c2…5a10`. More is kept of the front, which orders ids by time; the end tells two
 * of the same moment apart. Cuts between characters, never inside one.
 */
export function cutMiddle(text: string, keep = 14): string {
  const characters = [...text]
  if (characters.length <= keep) return text
  const end = Math.max(1, Math.floor((keep - 1) / 3))
  const front = Math.max(1, keep - 1 - end)
  return `${characters.slice(0, front).join('')}…${characters.slice(-end).join('')}`
}
