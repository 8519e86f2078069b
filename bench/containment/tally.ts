import type { DrawnPair } from './draw-pairs'
import type { Examination } from './examine-pair'

/** What a hunt has seen so far; prints what somebody should look at. */
export class Tally {
  private readonly verdicts = { compatible: 0, breaking: 0, unknown: 0 }
  private readonly byDraft: Record<string, number> = {}
  private readonly reasons: Record<string, number> = {}
  private readonly times: number[] = []
  private slowest = { milliseconds: 0, pair: '' }
  private disputed = 0
  private unjudged = 0
  objected = 0

  constructor(private readonly show: { unknown?: boolean; disputed?: boolean }) {}

  add(pair: DrawnPair, { answer, milliseconds, objections, disputes, isJudged }: Examination): void {
    this.verdicts[answer.verdict] += 1
    this.byDraft[pair.draft] = (this.byDraft[pair.draft] ?? 0) + 1
    this.times.push(milliseconds)
    if (milliseconds > this.slowest.milliseconds) this.slowest = { milliseconds, pair: JSON.stringify(pair) }
    if (!isJudged) this.unjudged += 1
    if (disputes.length > 0) {
      this.disputed += 1
      if (this.show.disputed === true) console.log(JSON.stringify({ disputes, answer, ...pair }))
    }
    if (answer.verdict === 'unknown') {
      const kind = answer.reason.slice(0, 60)
      this.reasons[kind] = (this.reasons[kind] ?? 0) + 1
      if (this.show.unknown === true) console.log(JSON.stringify({ ...answer, ...pair }))
    }
    if (objections.length > 0) {
      this.objected += 1
      console.log(JSON.stringify({ objections: objections.slice(0, 3), answer, ...pair }))
    }
  }

  get pairs(): number {
    return this.times.length
  }

  progress(): void {
    process.stderr.write(`${this.times.length} pairs, ${this.objected} objections\n`)
  }

  summary(): object {
    const sorted = [...this.times].sort((a, b) => a - b)
    const at = (share: number): number =>
      Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2))
    const { verdicts, byDraft, objected, disputed, unjudged, reasons, slowest } = this
    return {
      pairs: this.pairs,
      verdicts,
      byDraft,
      objected,
      disputed,
      unjudged,
      reasons,
      median: at(0.5),
      p99: at(0.99),
      slowest,
    }
  }
}
