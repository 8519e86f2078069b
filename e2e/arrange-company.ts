import { loadCompany } from '@/cli/demo/load-company'
import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'
import { chains } from './chains'

/** The demo company and a few chains with every accident, over the API like anybody's; the acts go through the screens. */
export default async function arrangeCompany(): Promise<void> {
  await loadCompany(server, () => undefined)
  const { results } = await sendEvents(
    chains().map((envelope) => JSON.stringify(envelope)),
    server,
  )
  const refused = results.filter(({ status }) => status === 'quarantined')
  if (refused.length > 0) throw new Error(`The stories' events were refused: ${JSON.stringify(refused[0])}`)
  await sendEvents(['{"data":{},"meta":{"event_id":"broken-one"}}'], server)
}
