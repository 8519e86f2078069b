import type { Retention } from '@/lib/contracts/retention'
import { byteSize } from '@/components/ui/byte-size'

export function retentionTitle(days: number): string {
  return `Drop events after ${days === 1 ? '1 day' : `${days} days`}`
}

/** What a retention drops now, and what is left. @param isOn whether it is the one that is kept to already */
export function retentionText({ before, stored, drops }: Retention, days: number, isOn: boolean): string {
  const besides = [
    drops.conflicts > 0 && `${counted(drops.conflicts, 'conflicting content', 'conflicting contents')}`,
    drops.messages > 0 && `${counted(drops.messages, 'message', 'messages')} in quarantine`,
  ].filter((part) => part !== false)
  const events =
    drops.events > 0 &&
    `${counted(drops.events, 'event', 'events')} received ${period(drops)} (${byteSize(drops.bytes)})`
  const what = [events, ...besides].filter((part) => part !== false)
  const now =
    what.length === 0
      ? `Nothing stored is that old: the oldest of ${counted(stored.events, 'event', 'events')} ${stored.since === null ? 'is yet to come' : `was received on ${stored.since}`}.`
      : `${isOn ? 'Being dropped' : 'This drops at once'}: ${what.join(', ')}. What was received since ${before} stays: ${counted(stored.events - drops.events, 'event', 'events')}.`
  return `${now} Each day at midnight (UTC) the day goes that is ${days === 1 ? '1 day' : `${days} days`} back.`
}

function period({ since, until }: Retention['drops']): string {
  return since === until ? `on ${since}` : `from ${since} to ${until}`
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}
