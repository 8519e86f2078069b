import { Connection } from './connection'
import { TOKEN } from './server'

const API = '/api/v1'

/** Connections that wait for something to ask. */
const idle = new Map<string, Connection[]>()

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

export async function getJson<T>(origin: string, address: string): Promise<T> {
  const response = await fetch(`${origin}${API}${address}`, { headers: { authorization: `Bearer ${TOKEN}` } })
  if (!response.ok) throw new Error(`GET ${address}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

async function call(
  origin: string,
  method: string,
  address: string,
  body?: string | Buffer,
): Promise<string> {
  let connections = idle.get(origin)
  if (!connections) idle.set(origin, (connections = []))
  let connection = connections.pop()
  while (connection?.isOpen === false) connection = connections.pop()
  connection ??= new Connection(origin)
  const headers = [`authorization: Bearer ${TOKEN}`, ...(body ? ['content-type: application/json'] : [])]
  const sent = typeof body === 'string' ? Buffer.from(body) : (body ?? null)
  const { status, body: text } = await connection.ask(method, `${API}${address}`, headers, sent)
  if (Math.floor(status / 100) !== 2) throw new Error(`${method} ${address}: ${status} ${text.slice(0, 300)}`)
  connections.push(connection)
  return text
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
