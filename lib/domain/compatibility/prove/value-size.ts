import type { Json } from '@/lib/domain/json/json'

/** More values in a witness help nobody. */
const maxSize = 12_000

/** Found values share parts, so a small one in memory may be endless as a text. Each part is counted once. */
export class ValueSizes {
  private readonly known = new WeakMap<object, number>()

  isTooLarge(value: Json): boolean {
    return this.size(value) > maxSize
  }

  private size(value: Json): number {
    if (typeof value !== 'object' || value === null) return 1
    let size = this.known.get(value)
    if (size !== undefined) return size
    size = 1
    for (const item of Object.values(value)) size += this.size(item)
    this.known.set(value, size)
    return size
  }
}
