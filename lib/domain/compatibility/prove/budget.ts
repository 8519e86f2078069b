/** Thrown inside the prover and caught at its door: the answer is unknown, "too large". */
export class TooLarge extends Error {
  constructor() {
    super('too large')
  }
}

/** Thrown inside the prover and caught at its door: the answer is unknown, for this reason. */
export class Undecided extends Error {}

/** Counts steps of work, so that one question has one answer on every machine. */
export class Budget {
  constructor(private left: number) {}

  spend(steps = 1): void {
    this.left -= steps
    if (this.left < 0) throw new TooLarge()
  }

  /** Another question begins with so many steps. */
  refill(steps: number): void {
    this.left = steps
  }

  get remaining(): number {
    return this.left
  }
}
