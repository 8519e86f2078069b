import 'server-only'
import { randomUUID } from 'node:crypto'
import type { MailText } from '@/lib/domain/review/write-mail'
import { pool, prisma, type Transaction } from '@/lib/server/database/connection'

export interface NewMail extends MailText {
  readonly to: { readonly name: string; readonly email: string }
}

/** In the transaction of what is told. */
export async function insertMails(transaction: Transaction, mails: readonly NewMail[]): Promise<void> {
  if (mails.length === 0) return
  await transaction.mail.createMany({
    data: mails.map(({ to, subject, body }) => ({
      id: randomUUID(),
      toName: to.name,
      toAddress: to.email,
      subject,
      body,
    })),
  })
}

/** One alone, by whoever asks for it. */
export const insertMail = (mail: NewMail): Promise<void> => insertMails(prisma(), [mail])

export interface ClaimedMail {
  readonly id: string
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly body: string
  /** With the one that is to be made. */
  readonly attempts: number
}

/** Takes what is due for a while: of several servers that ask at once each gets others. */
export async function claimMails(limit: number, seconds: number): Promise<ClaimedMail[]> {
  const { rows } = await pool().query<ClaimedMail>(
    `WITH due AS MATERIALIZED (
       SELECT id FROM mail WHERE next_at <= now() AND (claimed_until IS NULL OR claimed_until < now())
        ORDER BY next_at LIMIT $1 FOR UPDATE SKIP LOCKED)
     UPDATE mail m SET attempts = m.attempts + 1, claimed_until = now() + make_interval(secs => $2)
       FROM due WHERE m.id = due.id
      RETURNING m.id, m.to_name AS "toName", m.to_address AS "toAddress", m.subject, m.body, m.attempts`,
    [limit, seconds],
  )
  return rows
}

/** It is sent, or never will be: what it said is nobody's business here any more. */
export async function deleteMail(id: string): Promise<void> {
  await prisma().mail.deleteMany({ where: { id } })
}

/** Gives it back, to be tried again. @param wait seconds from now */
export async function postponeMail(id: string, wait: number): Promise<void> {
  await pool().query(
    'UPDATE mail SET claimed_until = NULL, next_at = now() + make_interval(secs => $2) WHERE id = $1',
    [id, wait],
  )
}
