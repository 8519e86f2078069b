import 'server-only'
import { mailOfDay } from '@/lib/domain/review/write-mail'
import { writeNextDigest } from '@/lib/server/stores/digest-store'
import { mailSettings } from './mail-transport'
import { ownAddress } from './own-address'

/** Writes what the day brought to everybody who wants one mail a day; they are sent like all others. */
export async function writeDigests(): Promise<void> {
  if (mailSettings() === null) return
  while (await writeNextDigest((items, to) => ({ to, ...mailOfDay(items, ownAddress()) })));
}
