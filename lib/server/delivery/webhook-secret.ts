import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
const IV_BYTES = 12
const TAG_BYTES = 16

/** A new secret: 256 random bits, written as Standard Webhooks has it. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64')

/**
 * A secret as the database keeps it: a hash would not do, since we sign with it. Encrypted under a key made of
 * `PASTTENSE_SECRET`, so that a copy of the database alone signs nothing.
 */
export function sealSecret(secret: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), iv)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
}

/** @throws Error where it was sealed under another `PASTTENSE_SECRET` */
export function openSecret(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const opener = createDecipheriv('aes-256-gcm', sealingKey(), bytes.subarray(0, IV_BYTES))
  opener.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([opener.update(bytes.subarray(IV_BYTES + TAG_BYTES)), opener.final()]).toString('utf8')
}

/**
 * The headers that prove where a message comes from, after the Standard Webhooks specification 1.0: an HMAC-SHA256 over
 * id, time and body, by each secret; whoever checks takes the one they know.
 * @param seconds since 1970
 */
export function signatureHeaders(
  secrets: readonly string[],
  message: { id: string; seconds: number; body: string },
): Record<string, string> {
  const { id, seconds, body } = message
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  }
}

function sealingKey(): Buffer {
  const { PASTTENSE_SECRET } = process.env
  if (!PASTTENSE_SECRET) throw new Error('PASTTENSE_SECRET is not set: `npm start` sets it.')
  return Buffer.from(hkdfSync('sha256', PASTTENSE_SECRET, '', 'pasttense webhook secrets', 32))
}
