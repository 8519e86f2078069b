import type { Random } from './random'

const HEX = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then chance. */
export function uuidV7(at: number, random: Random): string {
  const time = HEX(at, 12)
  const variant = HEX(0x8000 | (random.word() & 0x3fff), 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.hex(3)}-${variant}-${random.hex(12)}`
}

/** ULID: 10 characters of milliseconds, 16 of chance, in Crockford's base 32. */
export function ulid(at: number, random: Random): string {
  let time = ''
  for (let rest = at, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = CROCKFORD[rest % 32] + time
  return time + random.code(16)
}

/** A number as text, as old systems count: grows with time, and two never meet. */
export function numberAsText(at: number, random: Random): string {
  return `${at}${String(random.whole(0, 999_999)).padStart(6, '0')}`
}

type Form = typeof uuidV7

/** Producers that do not use UUIDs. */
const forms: Readonly<Record<string, Form>> = {
  'warehouse-robots': ulid,
  'goods-in': ulid,
  'label-printer': numberAsText,
  ledger: numberAsText,
}

export function eventId(producer: string, at: number, random: Random): string {
  return (forms[producer] ?? uuidV7)(at, random)
}
