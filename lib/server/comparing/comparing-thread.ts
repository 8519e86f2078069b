import { Worker } from 'node:worker_threads'
import { problem } from '@/lib/server/services/problem'
import type { Comparisons, Pair } from './comparisons'
import { Turns } from './turns'

export interface Question {
  readonly what: keyof Comparisons
  readonly pair: Pair
}

export type Answered = { readonly value: unknown } | { readonly failure: string }

/** Questions that wait while one is answered: with the largest schemas that are let in, a minute or two. */
const MOST_WAITING = 16
/** Milliseconds of one answer. Each proof is bounded in steps; this is for what nobody foresaw. */
const LIMIT_MS = 60_000
/** What two schemas of megabytes need, several times over. */
const MEMORY_MB = 768

/** Who asks: an id that all questions of one person or token share, and when nobody waits for the answer any more. */
export interface Asking {
  readonly by: string
  readonly signal?: AbortSignal | undefined
}

interface Asked {
  readonly question: Question
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: Error) => void
}

/**
 * One thread that compares schemas, while the server's own answers everybody else. It begins with the first question; one
 * that ends it, by its memory or its time, fails alone, and the next question begins another. Whoever asks is answered in
 * turn with the others, however much these ask; where nobody waits for an answer any more, it is not begun.
 */
export class ComparingThread {
  private worker: Worker | undefined
  private underWay: Asked | undefined
  private timer: NodeJS.Timeout | undefined
  private readonly waiting = new Turns<Asked>()
  private isClosed = false

  constructor(private readonly limits = { milliseconds: LIMIT_MS, megabytes: MEMORY_MB }) {}

  get isComparing(): boolean {
    return this.underWay !== undefined
  }

  /** @throws Problem `comparing-busy`, `comparison-given-up`; what `signal` says before its turn comes */
  ask(question: Question, { by, signal }: Asking): Promise<unknown> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      if (this.isClosed || !this.makeRoomFor(by)) throw busy()
      const asked = { question, resolve, reject }
      this.waiting.add(by, asked)
      signal?.addEventListener('abort', () => {
        if (this.waiting.remove(by, asked)) reject(signal.reason as Error)
      })
      this.next()
    })
  }

  /** Whoever has most questions waiting comes back later with the last of them, not who has fewer. */
  private makeRoomFor(by: string): boolean {
    if (this.waiting.length < MOST_WAITING) return true
    const given = this.waiting.giveWay(by)
    given?.reject(busy())
    return given !== undefined
  }

  /** Ends at once; who still waits is told to come back. */
  async close(): Promise<void> {
    this.isClosed = true
    for (const asked of this.waiting.clear()) asked.reject(busy())
    this.settle(({ reject }) => reject(busy()))
    await this.worker?.terminate()
  }

  private next(): void {
    if (this.underWay) return
    const asked = this.waiting.next()
    if (!asked) return
    this.underWay = asked
    this.timer = setTimeout(() => this.end(givenUp()), this.limits.milliseconds)
    try {
      this.worker ??= this.begin()
      this.worker.postMessage(asked.question)
    } catch (error) {
      this.settle(({ reject }) => reject(error as Error))
    }
  }

  private begin(): Worker {
    const worker = new Worker(new URL('./begin-thread.mjs', import.meta.url), {
      // Node's own options of the process, its heap's among them, are not for this thread.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes },
    })
    // Nothing that still computes holds up the end of the process.
    worker.unref()
    worker.on('message', (answered: Answered) =>
      this.settle(({ resolve, reject }) =>
        'value' in answered ? resolve(answered.value) : reject(new Error(answered.failure)),
      ),
    )
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (this.worker === worker) this.end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? givenUp() : error)
    })
    worker.on('exit', (code) => {
      if (this.worker === worker) this.end(new Error(`The comparing thread ended with ${code}.`))
    })
    return worker
  }

  /** Without the thread, which may compute for ever: the next question has another. */
  private end(reason: Error): void {
    void this.worker?.terminate()
    this.worker = undefined
    this.settle(({ reject }) => reject(reason))
  }

  private settle(answer: (asked: Asked) => void): void {
    clearTimeout(this.timer)
    const asked = this.underWay
    this.underWay = undefined
    if (asked) answer(asked)
    this.next()
  }
}

function busy() {
  return problem(
    'comparing-busy',
    'Too many large schemas are being compared at the moment. Nothing was changed; send the request again in a moment.',
    undefined,
    { 'retry-after': '5' },
  )
}

function givenUp() {
  return problem(
    'comparison-given-up',
    'Comparing these schemas takes more time or memory than one request may have. Nothing was changed.',
  )
}
