'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { CompatibilityAnswer } from '@/lib/contracts/compatibility'
import type { TextPlaces } from '@/lib/domain/json/place-in-text'
import type { DraftContext, DraftFindings, DraftQuestion, DraftSample } from './check-draft'
import type { FromWorker, ToWorker } from './draft-check.worker'

/** Milliseconds after which a worker that says nothing is given up: every check is bounded, and none takes a second. */
const PATIENCE = 10_000

export interface DraftChecks extends DraftFindings {
  /** Where the findings stand in the text that was checked; `notePlaces`: where the verdict has something to say. */
  readonly places: TextPlaces
  readonly notePlaces: TextPlaces
  readonly verdict: CompatibilityAnswer | null
  readonly sample: DraftSample | null
  /** `ready`: findings and verdict are those of the text as it stands; `waiting`: there are none yet. */
  readonly status: 'waiting' | 'checking' | 'ready' | 'stopped'
}

interface Answers extends Omit<DraftChecks, 'status'> {
  /** The question whose findings and verdict these are. */
  readonly to: DraftQuestion | undefined
  readonly stopped: boolean
}

const NOWHERE: TextPlaces = { text: '', ranges: new Map() }

const NONE: Answers = {
  broken: null,
  findings: [],
  examples: [],
  places: NOWHERE,
  notePlaces: NOWHERE,
  verdict: null,
  sample: null,
  to: undefined,
  stopped: false,
}

/**
 * What is known of a draft as it stands, from a worker with the same code as the server's: a key never waits for it. The
 * answers of before stay until the new ones come. Nothing is asked before the context is there.
 */
export function useDraftChecks(question: DraftQuestion, context: DraftContext | undefined): DraftChecks {
  const [{ to, stopped, ...answers }, setAnswers] = useState(NONE)
  const [worker, setWorker] = useState<Worker>()
  const asked = useRef<{ id: number; question: DraftQuestion | undefined }>({ id: 0, question: undefined })
  const { name, kind, entity, description, schemaText, examplesText } = question
  const stable = useMemo(
    () => ({ name, kind, entity, description, schemaText, examplesText }),
    [name, kind, entity, description, schemaText, examplesText],
  )

  useEffect(() => {
    const made = new Worker(new URL('./draft-check.worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if ('listens' in data) return setWorker(made)
      const { id, question: last } = asked.current
      setAnswers((before) => ({
        ...before,
        ...('found' in data ? { ...data.found, places: data.places } : {}),
        ...('verdict' in data
          ? {
              verdict: data.verdict,
              notePlaces: data.notePlaces,
              to: data.id === id ? last : before.to,
            }
          : {}),
        ...('sample' in data ? { sample: data.sample } : {}),
        stopped: false,
      }))
    })
    made.addEventListener('error', () => setAnswers((before) => ({ ...before, stopped: true })))
    return () => {
      made.terminate()
      setWorker(undefined)
    }
  }, [])

  useEffect(() => {
    if (worker && context) tell(worker, { context })
  }, [worker, context])

  useEffect(() => {
    if (!worker || !context) return
    asked.current = { id: asked.current.id + 1, question: stable }
    tell(worker, { id: asked.current.id, question: stable })
  }, [worker, stable, context])

  const isReady = to === stable
  useEffect(() => {
    if (isReady || !worker || !context) return
    const timer = setTimeout(() => setAnswers((before) => ({ ...before, stopped: true })), PATIENCE)
    return () => clearTimeout(timer)
  }, [isReady, worker, stable, context])

  return {
    ...answers,
    status: stopped ? 'stopped' : isReady ? 'ready' : to === undefined ? 'waiting' : 'checking',
  }
}

function tell(worker: Worker, message: ToWorker): void {
  worker.postMessage(message)
}
