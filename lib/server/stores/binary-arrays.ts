// Arrays as parameters in PostgreSQL's binary format (array_send of its src/backend/utils/adt/arrayfuncs.c): it reads
// numbers without parsing them. pg sends a buffer as it is.
const HEADER_BYTES = 20
const SIZE_BYTES = 4
const SMALLINT = { oid: 21, bytes: 2 }
const INTEGER = { oid: 23, bytes: 4 }
const MOMENT = { oid: 1184, bytes: 8 }
/** PostgreSQL counts its microseconds from 2000-01-01 on. */
const EPOCH_US = 946_684_800_000_000
const HIGH = 2 ** 32
const EPOCH_HIGH = Math.floor(EPOCH_US / HIGH)
const EPOCH_LOW = EPOCH_US - EPOCH_HIGH * HIGH

/** A parameter for `$n::smallint[]`. */
export function smallints(numbers: readonly number[]): Buffer {
  return arrayOf(numbers, SMALLINT, (buffer, number, at) => buffer.writeInt16BE(number, at))
}

/** A parameter for `$n::int[]`. */
export function integers(numbers: readonly number[]): Buffer {
  return arrayOf(numbers, INTEGER, (buffer, number, at) => buffer.writeInt32BE(number, at))
}

/** A parameter for `$n::timestamptz[]`. @param moments microseconds since 1970, whole numbers */
export function moments(moments: readonly number[]): Buffer {
  return arrayOf(moments, MOMENT, (buffer, moment, at) => {
    // Half by half: the difference itself may be beyond what a double holds.
    const high = Math.floor(moment / HIGH)
    const low = moment - high * HIGH - EPOCH_LOW
    buffer.writeInt32BE(low < 0 ? high - EPOCH_HIGH - 1 : high - EPOCH_HIGH, at)
    buffer.writeUInt32BE(low < 0 ? low + HIGH : low, at + 4)
  })
}

function arrayOf(
  numbers: readonly number[],
  { oid, bytes }: { oid: number; bytes: number },
  write: (buffer: Buffer, number: number, at: number) => void,
): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + numbers.length * (SIZE_BYTES + bytes))
  // How many dimensions: an empty array has none, and then nothing follows the type.
  buffer.writeInt32BE(numbers.length === 0 ? 0 : 1, 0)
  // No element is null.
  buffer.writeInt32BE(0, 4)
  buffer.writeInt32BE(oid, 8)
  if (numbers.length === 0) return buffer.subarray(0, 12)
  buffer.writeInt32BE(numbers.length, 12)
  // The first index.
  buffer.writeInt32BE(1, 16)
  let at = HEADER_BYTES
  for (const number of numbers) {
    buffer.writeInt32BE(bytes, at)
    write(buffer, number, at + SIZE_BYTES)
    at += SIZE_BYTES + bytes
  }
  return buffer
}
