import 'server-only'
import { createTransport } from 'nodemailer'

interface MailSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  readonly secure: boolean
  readonly auth: { readonly user: string; readonly pass: string } | undefined
  readonly from: string
}

/**
 * `PASTTENSE_SMTP_URL`, such as `smtps://user:password@mail.example.com` or `smtp://localhost:25`, with
 * `PASTTENSE_MAIL_FROM`; null where no mail is sent. @throws Error where it cannot be read, or only half of it is there
 */
export function mailSettings(): MailSettings | null {
  const { PASTTENSE_SMTP_URL: address, PASTTENSE_MAIL_FROM: from } = process.env
  if (!address) return null
  if (!/^smtps?:\/\/./.test(address) || !URL.canParse(address))
    throw new Error('PASTTENSE_SMTP_URL is no address like smtps://user:password@mail.example.com.')
  if (!from)
    throw new Error('PASTTENSE_SMTP_URL needs PASTTENSE_MAIL_FROM beside it: who the mails are from.')
  const { hostname, port, protocol, username, password } = new URL(address)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    auth:
      username === ''
        ? undefined
        : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    from,
  }
}

export interface OutgoingMail {
  readonly id: string
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly body: string
}

/** What the server said no to, for good: trying again changes nothing. */
export class MailRefused extends Error {}

/** Hands a mail to the server. @throws MailRefused; Error where it may be tried again */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  const settings = mailSettings()
  if (!settings) throw new Error('PASTTENSE_SMTP_URL is not set any more.')
  const { host, port, secure, auth, from } = settings
  const transport = createTransport({
    host,
    port,
    secure,
    auth,
    // A password is never said aloud.
    requireTLS: auth !== undefined && !secure,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from,
      // The line breaks that a name may hold would be encoded, and mail programs would show them.
      to: { name: mail.toName.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '), address: mail.toAddress },
      subject: mail.subject,
      text: mail.body,
      // The same when it is sent again.
      messageId: `<${mail.id}@pasttense>`,
      // No out-of-office note comes back.
      headers: { 'auto-submitted': 'auto-generated' },
    })
  } catch (error) {
    const { responseCode, message } = error as { responseCode?: number; message: string }
    // What is wrong with how we log in can be mended, and the mails wait for it.
    const isLogIn = responseCode === 530 || responseCode === 535
    if (responseCode !== undefined && responseCode >= 500 && !isLogIn) throw new MailRefused(message)
    throw error
  } finally {
    transport.close()
  }
}
