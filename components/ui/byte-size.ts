/** A size for people: `812 B`, `4.2 kB`, `1.0 GB`; thousands, as disks count. */
export function byteSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  const units = ['kB', 'MB', 'GB', 'TB']
  let size = bytes / 1_000
  let unit = 0
  // 999.95 would be written as 1000.0.
  while (size >= 999.95 && unit < units.length - 1) {
    size /= 1_000
    unit++
  }
  return `${size.toFixed(1)} ${units[unit]}`
}
