// node scripts/run.mjs bench/large-chains.ts [--events 100000 --port 3118]
// Two chains of 100,000 events, one wide and one deep, opened in a real Chromium on the built application.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureChromium } from '../scripts/chromium.mjs'
import { largeChain, sendInOrder } from './large-chain'
import { openChain } from './open-chain'
import { startServer, TOKEN } from './server'

const { values } = parseArgs({
  options: { events: { type: 'string' }, port: { type: 'string' } },
})
const events = Number(values.events ?? 100_000)
const say = (line: string) => process.stderr.write(`${line}\n`)
const line = (name: string, value: string, target: string) =>
  say(`${name.padEnd(40)}${value.padEnd(24)}${target}`)

/** Of what is laid out in a worker only the frames are held to a figure. */
const targetOf = (what: string) => (what === 'open the graph' ? '≤ 50' : '≤ 50, ≤ 300')

await ensureChromium()
const folder = await mkdtemp(path.join(tmpdir(), 'pasttense-bench-'))
const server = await startServer({
  DATABASE_URL: '',
  PASTTENSE_DATA: folder,
  PORT: values.port ?? '3118',
})
try {
  for (const shape of ['wide', 'deep'] as const) {
    const { first, texts } = largeChain(shape, events, Date.now() - 86_400_000)
    say(`\nSending ${texts.length} events, ${shape} …`)
    await sendInOrder(server.origin, TOKEN, texts)
    const memory = [server.peakMemory()]
    const answer = await fetch(`${server.origin}/api/v1/events/${first}/chain/columns`)
    const { length } = await answer.text()
    memory.push(server.peakMemory())
    const begun = performance.now()
    await (await fetch(`${server.origin}/api/v1/events/${first}/expectations`)).text()
    line(`${shape}: what should come next, ms`, (performance.now() - begun).toFixed(0), '≤ 3,000')
    memory.push(server.peakMemory())
    const seen = await openChain(`${server.origin}/events/${first}?fold=false`)
    line(`${shape}: first rows, ms`, seen.firstRowsMs.toFixed(0), '≤ 1,500')
    line('  the whole chain, ms; rows', `${seen.wholeMs.toFixed(0)}; ${seen.rows}`, '')
    line(
      '  frames while scrolling, p99 / longest ms',
      `${seen.usualFrameMs.toFixed(0)} / ${seen.longestFrameMs.toFixed(0)}`,
      '≤ 50',
    )
    say('  longest frame, and visible after, ms')
    for (const { what, longestFrameMs, visibleMs } of seen.handled)
      line(`  ${what}`, `${longestFrameMs.toFixed(0)}, ${visibleMs.toFixed(0)}`, targetOf(what))
    line('  heap, MB', seen.heapMb.toFixed(0), '≤ 300')
    line('  answer, MB before compression', (length / 1e6).toFixed(1), '')
    memory.push(server.peakMemory())
    line(
      '  peak MB of node: sent, read, judged, opened',
      memory.map((peak) => peak.toFixed(0)).join(', '),
      '≤ 600',
    )
  }
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
