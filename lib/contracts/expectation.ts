import { z } from 'zod'
import { referenceSchema } from './people'

/** What should come after one event of a chain, measured from what came after others of its type and version. */
export const expectationSchema = z.object({
  event_id: z.string(),
  type: z.string(),
  version: z.string(),
  /**
   * `ends-here`: events of this kind usually end their chain. `in-time`: a step is expected and may still come.
   * `overdue`: it should have come. `unknown`: too few events of this type and version to say.
   */
  state: z.enum(['ends-here', 'in-time', 'overdue', 'unknown']),
  /** Whether nothing followed the event; else a step beside the ones that came is waited for. */
  leaf: z.boolean(),
  /** Events that this is concluded from. */
  n: z.number().int(),
  /** Part of those that nothing followed: 0 to 1. */
  ended_share: z.number(),
  /** Alternatives of which one is expected, or is excused by the exception; most frequent first, empty where none is. */
  alternatives: z.array(z.object({ type: z.string(), share: z.number() })),
  /** Part of the events that one of the alternatives followed. */
  share: z.number().nullable(),
  /**
   * Why the event ends here though most of its kind lead on: such events give a field of the data block, or do not, and
   * of those that were looked at hardly any led on.
   */
  exception: z
    .object({
      field: z.string(),
      given: z.boolean(),
      /** Such events that were looked at, and how many of them one of the alternatives followed. */
      n: z.number().int(),
      came: z.number().int(),
    })
    .nullable(),
  /** 95 % of them came within this time. */
  p95_ms: z.number().nullable(),
  /** Overdue after this time: beyond the slowest usual ones, and how late their producers deliver at the moment. */
  due_ms: z.number().nullable(),
  waited_ms: z.number(),
  /** Of the first alternative. */
  owner: referenceSchema.nullable(),
  /** Alarms that this history would have given in the past, and how many of them were false: the step came after all. */
  alarms: z.number().int(),
  false_alarms: z.number().int(),
})
export type Expectation = z.infer<typeof expectationSchema>

export const expectationsSchema = z.object({
  /** Overdue ones first, then the ones in time; of each the oldest first. At most 200. */
  items: z.array(expectationSchema),
  counts: z.object({
    'ends-here': z.number().int(),
    'in-time': z.number().int(),
    overdue: z.number().int(),
    unknown: z.number().int(),
  }),
  /** How many of the chain's own events were judged: of very many kinds only those that end most branches are. */
  judged: z.object({
    events: z.number().int(),
    of: z.number().int(),
    /** Types with their versions. */
    kinds: z.number().int(),
    of_kinds: z.number().int(),
  }),
})
export type Expectations = z.infer<typeof expectationsSchema>
