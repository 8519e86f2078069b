import { planMask } from './mask-plan'

/**
 * What is known of an event's `meta`: the envelope's own fields say what it is, whose and what led to it, and are never
 * masked. Whatever else a sender puts there no schema describes.
 */
export const metaPlace = planMask({
  own: {
    properties: {
      created_at: true,
      schema: { properties: { name: true, version: true } },
      schema_id: true,
      event_id: true,
      parent_event_id: true,
      trace_id: true,
      owner_id: true,
      producer: true,
    },
  },
  later: [],
  compilePattern: () => null,
})
