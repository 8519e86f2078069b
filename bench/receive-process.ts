// A process of its own that receives: embedded PostgreSQL, migrations and the receive path, behind a bare HTTP server.
// What is killed here is what receives; the web framework around it would only make each restart slower.
// Started as: node --conditions=react-server --import tsx bench/receive-process.ts FOLDER
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { installation } from '@/lib/domain/policy/policy'
import { startEmbeddedPostgres } from '@/lib/server/database/embedded/supervisor'
import { migrate } from '@/lib/server/database/migrate'
import { isProblem } from '@/lib/server/services/problem'
import { receiveEvents } from '@/lib/server/services/event/receive-events'
import { recountFlows } from '@/lib/server/services/flow/recount-flows'

const folder = process.argv[2]
if (folder === undefined) throw new Error('Which folder?')
const postgres = await startEmbeddedPostgres({ folder, say: () => undefined, onLost: () => process.exit(1) })
if (postgres.kind === 'elsewhere') throw new Error(`served at ${postgres.address}`)
await migrate(postgres.ownerUrl)
process.env.DATABASE_URL = postgres.appUrl
process.env.PASTTENSE_MAINTENANCE_URL = postgres.ownerUrl

const server = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
  incoming.on('end', () => {
    const request = new Request('http://127.0.0.1/api/v1/events', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(Buffer.concat(chunks)),
    })
    const answer: Promise<unknown> =
      incoming.url === '/recount'
        ? recountFlows(installation)
        : receiveEvents(installation, { query: {}, request })
    answer.then(
      (value) => outgoing.end(JSON.stringify(value)),
      (error: unknown) => {
        outgoing.statusCode = isProblem(error) ? error.status : 500
        outgoing.end(String(error))
      },
    )
  })
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${JSON.stringify({ port, ownerUrl: postgres.ownerUrl })}\n`)
})
// The parent may be killed too; nobody would end us then.
process.stdin.resume()
process.stdin.on('end', () => void postgres.stop('immediate').finally(() => process.exit(0)))
