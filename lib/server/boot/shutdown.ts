/**
 * What was started, undone in the opposite order when SIGINT or SIGTERM comes. A second signal does not wait: it runs
 * the `abort` of every step at once.
 */
export class Shutdown {
  private readonly steps: Step[] = []
  private under: Promise<void> | undefined

  constructor(private readonly say: (line: string) => void) {
    process.on('SIGINT', () => this.onSignal(130))
    process.on('SIGTERM', () => this.onSignal(143))
    // The terminal was closed; nobody reads what we print.
    process.on('SIGHUP', () => this.onSignal(129))
  }

  add(step: Step): void {
    this.steps.push(step)
  }

  get begun(): boolean {
    return this.under !== undefined
  }

  /** Ends the process when all is undone. */
  async run(code: number): Promise<never> {
    this.under ??= this.undo()
    await this.under
    process.exit(code)
  }

  private onSignal(codeWhenHurried: number): void {
    if (!this.begun) {
      this.say('Stopping …')
      void this.run(0)
      return
    }
    const aborts = this.steps.map(async (step) => step.abort?.())
    void Promise.allSettled(aborts).then(() => process.exit(codeWhenHurried))
  }

  private async undo(): Promise<void> {
    for (const step of this.steps.toReversed()) {
      await step.stop().catch((error: unknown) => console.error(error))
    }
  }
}

export interface Step {
  stop(): Promise<void>
  /** The quick way, when a person is tired of waiting; nothing acknowledged may be lost by it. */
  abort?(): Promise<void>
}
