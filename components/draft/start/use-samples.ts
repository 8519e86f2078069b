'use client'

import { useDeferredValue, useMemo } from 'react'
import type { JsonObject } from '@/lib/domain/json/json'
import { inferSchema } from '@/lib/domain/schema/infer/infer-schema'
import { readSamples, type ReadSamples } from '@/lib/domain/schema/infer/read-samples'

const EXAMPLES = 3

export interface Inferred extends ReadSamples {
  /** Null while there is no sample. */
  readonly schema: JsonObject | null
}

/** What samples show, a moment behind the typing. */
export function useSamples(text: string): Inferred {
  const settled = useDeferredValue(text)
  return useMemo(() => {
    const read = readSamples(settled)
    return { ...read, schema: read.samples.length === 0 ? null : inferSchema(read.samples) }
  }, [settled])
}

/** The first samples that differ, as a draft's examples. */
export function examplesOf({ samples }: ReadSamples): string {
  const different = new Map(samples.slice(0, 100).map((sample) => [JSON.stringify(sample), sample]))
  return JSON.stringify([...different.values()].slice(0, EXAMPLES), null, 2)
}
