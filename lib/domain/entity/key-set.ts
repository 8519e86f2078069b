/** A set of 64-bit hashes: 16 bytes each at the most, where one of texts needs a hundred. 0 stands for an empty place. */
export class KeySet {
  private places = new BigUint64Array(1_024)
  private size = 0

  /** False where it was there already. */
  add(hash: bigint): boolean {
    const wanted = hash === 0n ? 1n : hash
    const at = this.find(this.places, wanted)
    if (this.places[at] === wanted) return false
    this.places[at] = wanted
    this.size++
    if (this.size * 4 > this.places.length * 3) this.grow()
    return true
  }

  private find(places: BigUint64Array, hash: bigint): number {
    const mask = places.length - 1
    let at = Number(hash & 0x3fffffffn) & mask
    while (places[at] !== 0n && places[at] !== hash) at = (at + 1) & mask
    return at
  }

  private grow(): void {
    const places = new BigUint64Array(this.places.length * 2)
    for (const hash of this.places) if (hash !== 0n) places[this.find(places, hash)] = hash
    this.places = places
  }
}
