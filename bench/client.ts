import { Agent, request } from 'node:http'
import { TOKEN } from './server'

/** The address of `POST /events` and what is measured around it. */
export const API = '/api/v1'

/** Client and server share the cores, so the client is the cheapest there is: `fetch` costs three times as much. */
const agent = new Agent({ keepAlive: true })

/** Sends a prepared body of events. @throws where any of them was not accepted */
export async function postBody(origin: string, body: string | Buffer, mode?: 'import'): Promise<void> {
  const answer = await call(origin, 'POST', `/events${mode ? `?mode=${mode}` : ''}`, body)
  const { results } = JSON.parse(answer) as { results: { status: string }[] }
  const odd = results.find((result) => result.status !== 'accepted')
  if (odd) throw new Error(`Not accepted: ${JSON.stringify(odd)}`)
}

export async function get(origin: string, address: string): Promise<void> {
  await call(origin, 'GET', address)
}

function call(origin: string, method: string, address: string, body?: string | Buffer): Promise<string> {
  return new Promise((resolve, fail) => {
    const headers = {
      authorization: `Bearer ${TOKEN}`,
      ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}),
    }
    request(`${origin}${API}${address}`, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (Math.floor((response.statusCode ?? 0) / 100) === 2) resolve(text)
        else fail(new Error(`${method} ${address}: ${response.statusCode} ${text.slice(0, 300)}`))
      })
    })
      .on('error', fail)
      .end(body)
  })
}

/** Milliseconds of each of `count` runs, one after another. */
export async function times(count: number, work: (i: number) => Promise<void>): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < count; i++) {
    const before = performance.now()
    await work(i)
    took.push(performance.now() - before)
  }
  return took
}

/** The value below which `part` of them lie, such as 0.95, to a tenth. */
export function at(took: readonly number[], part: number): string {
  const sorted = [...took].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(1)
}
