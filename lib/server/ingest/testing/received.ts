import { randomUUID } from 'node:crypto'
import { installation, type Actor } from '@/lib/domain/policy/policy'
import { pool } from '@/lib/server/database/connection'
import { receiveEvents } from '@/lib/server/services/event/receive-events'

/** Who sends in tests; the installation's token may do everything. */
export const sender: Actor = { ...installation, name: 'test' }

export interface Draft {
  id?: string
  parent?: string | null
  type?: string
  version?: string
  data?: unknown
  created?: string
  meta?: Record<string, unknown>
}

/** The envelope of an event that is ordinary in everything a test does not name. */
export function envelope({
  id = randomUUID(),
  parent,
  type = 'OrderPlaced',
  version = '1.0.0',
  ...rest
}: Draft = {}) {
  return {
    data: rest.data ?? {},
    meta: {
      event_id: id,
      ...(parent ? { parent_event_id: parent } : {}),
      created_at: rest.created ?? '2026-08-06T09:03:20Z',
      schema: { name: type, version },
      ...rest.meta,
    },
  }
}

/** Sends a body as a client would, without the network, and answers the receipts. */
export async function send(body: unknown, mode?: 'import') {
  const isText = typeof body === 'string' || Buffer.isBuffer(body)
  const request = new Request('http://127.0.0.1/api/v1/events', {
    method: 'POST',
    headers: { 'content-type': isText ? 'application/x-ndjson' : 'application/json' },
    body: isText ? new Uint8Array(Buffer.from(body)) : JSON.stringify(body),
  })
  return (await receiveEvents(sender, { query: { mode }, request })).results
}

/** Puts a type, and a version of it, into the catalog; answers the version's id. What it stands on is tested elsewhere. */
export async function publish(type: string, version?: { label: string; schema: unknown }): Promise<string> {
  await pool().query(
    `INSERT INTO event_type (name, kind, updated_at) VALUES ($1, 'domain', now()) ON CONFLICT DO NOTHING`,
    [type],
  )
  const id = randomUUID()
  if (version)
    await pool().query(
      `INSERT INTO schema_version (id, event_type_id, label, ordinal, schema, content_hash)
       SELECT $1, id, $3, 1, $4, $1 FROM event_type WHERE name = $2`,
      [id, type, version.label, JSON.stringify(version.schema)],
    )
  return id
}
