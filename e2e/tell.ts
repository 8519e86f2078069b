import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'

export interface Told {
  id: string
  type: string
  parent?: string
  /** Seconds after the story began. */
  after?: number
  trace?: string
  data?: object
}

/** Sends events of ten minutes ago, in the order they are told. */
export async function tell(...events: Told[]): Promise<void> {
  const start = Date.now() - 600_000
  await sendEvents(
    events.map(({ id, type, parent, after = 0, trace, data = { basket_id: 'basket-7' } }) =>
      JSON.stringify({
        data,
        meta: {
          event_id: id,
          created_at: new Date(start + after * 1_000).toISOString(),
          schema: { name: type, version: '1.0.0' },
          owner_id: 'shop',
          parent_event_id: parent,
          trace_id: trace,
        },
      }),
    ),
    server,
  )
}
