import { afterAll, beforeAll } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { closeReceiver } from '@/lib/server/ingest/current-receiver'
import { serveDoor } from './serve-door'

const TOKEN = 'token-of-the-tests'

/** The API on a port and a database of its own while the tests around it run. @returns how it is called, once they do */
export function useServedDoor(): () => { origin: string; token: string } {
  useTestDatabase()
  let served: Awaited<ReturnType<typeof serveDoor>>
  beforeAll(async () => {
    process.env.PASTTENSE_TOKEN = TOKEN
    served = await serveDoor()
  })
  afterAll(async () => {
    await served.close()
    await closeReceiver()
    delete process.env.PASTTENSE_TOKEN
  })
  return () => ({ origin: served.origin, token: TOKEN })
}
