import { expect, test } from '@playwright/test'
import { sendEvents } from '@/lib/client/send-events'
import { server } from './server'

const HOUR = 3_600_000
const MINUTE = 60_000

/**
 * Sixty journeys by what carries them, each ended a minute or two after it began, and one that began two hours ago and has
 * not ended.
 */
function journeys(by: string): string[] {
  const now = Date.now()
  const past = Array.from({ length: 60 }, (_, i) => {
    const began = now - 12 * HOUR + i * 30_000
    const ended = began + MINUTE + i * 500
    return [
      imported(event(`${by}-${i}`, `${by}Departed`, began), began),
      imported(event(`${by}-end-${i}`, `${by}Landed`, ended, `${by}-${i}`), ended),
    ]
  }).flat()
  const waiting = now - 2 * HOUR
  return [...past, imported(event(`${by}-waits`, `${by}Departed`, waiting), waiting)]
}

function event(id: string, type: string, at: number, parent?: string): string {
  return JSON.stringify({
    data: { journey_id: id },
    meta: {
      event_id: id,
      created_at: new Date(at).toISOString(),
      schema: { name: type, version: '1.0.0' },
      parent_event_id: parent,
    },
  })
}

/** Received at a moment of the past: it says nothing of how late its producer delivers. */
function imported(envelope: string, at: number): string {
  return `{"received_at":"${new Date(at).toISOString()}",${envelope.slice(1)}`
}

test('a step is not called overdue while the producer of what should follow is behind itself', async ({
  page,
}) => {
  const told = [...journeys('Ferry'), ...journeys('Tram')]
  await sendEvents(told, server, { mode: 'import' })
  // What the ferries' producer sends now happened five hours ago.
  const behind = Array.from({ length: 20 }, (_, i) =>
    event(`late-${i}`, 'FerryLanded', Date.now() - 5 * HOUR + i),
  )
  await sendEvents(behind, server)
  const next = page.getByRole('region', { name: 'What should come next' })
  // Whoever is on time is missed at once.
  await page.goto('/events/Tram-waits')
  await expect(next).toContainText(/98\.\d % lead to TramLanded, .* this one has waited 2 h/)
  await expect(page.getByRole('treeitem', { name: /^Expected: TramLanded, overdue by 1 h/ })).toBeVisible()
  // Of the same wait, of whoever is five hours behind.
  await page.goto('/events/Ferry-waits')
  await expect(next).toContainText(/98\.\d % lead to FerryLanded, .* this one may take [23] h .*more/)
  await expect(page.getByRole('treeitem', { name: /^Expected: FerryLanded, may take [23] h/ })).toBeVisible()
  await expect(page.getByRole('treeitem', { name: /overdue/ })).toHaveCount(0)
})
