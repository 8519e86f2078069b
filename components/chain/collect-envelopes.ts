import { call } from '@/lib/client/api'
import { envelopeLine } from '@/lib/domain/chain-view/export'

const AT_ONCE = 6

/** The envelopes of these events as NDJSON, in this order. @throws ApiProblem where one cannot be read */
export async function collectEnvelopes(ids: readonly string[]): Promise<string> {
  const lines: string[] = []
  let next = 0
  async function work(): Promise<void> {
    while (next < ids.length) {
      const index = next++
      const found = await call('getEvent', { params: { event_id: ids[index]! } })
      lines[index] = envelopeLine(found.data_text, found.meta)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return lines.join('')
}
