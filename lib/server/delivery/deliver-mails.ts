import 'server-only'
import { secondsToNextAttempt } from '@/lib/domain/delivery/next-attempt'
import { claimMails, deleteMail, postponeMail, type ClaimedMail } from '@/lib/server/stores/mail-store'
import { MailRefused, mailSettings, sendMail } from './mail-transport'

/** Longer than a server may take to say yes. */
const CLAIM_SECONDS = 180
const AT_ONCE = 4

/** Sends what is due, all of it; nothing where no mail is set up. @returns how many were tried */
export async function deliverMails(): Promise<number> {
  let tried = 0
  while (mailSettings() !== null) {
    const claimed = await claimMails(AT_ONCE, CLAIM_SECONDS)
    await Promise.all(claimed.map(deliver))
    tried += claimed.length
    if (claimed.length < AT_ONCE) break
  }
  return tried
}

async function deliver(mail: ClaimedMail): Promise<void> {
  try {
    await sendMail(mail)
    await deleteMail(mail.id)
  } catch (error) {
    const wait = error instanceof MailRefused ? null : secondsToNextAttempt(mail.attempts, Math.random())
    if (wait !== null) return postponeMail(mail.id, wait)
    // It is in the inbox all the same. Neither whom it was for nor what it said goes into a log.
    console.error(`A mail could not be sent, and is given up: ${(error as Error).message}`)
    await deleteMail(mail.id)
  }
}
