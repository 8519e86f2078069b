import { z } from 'zod'

/** A place whose value is not shown to whoever asks; a mask stands there. */
export const maskedPlaceSchema = z.object({
  /** JSON Pointer into the event, such as `/data/email`. */
  pointer: z.string(),
  /** `sensitive`: marked `x-sensitive`. `not-declared`: no schema describes it. */
  reason: z.enum(['sensitive', 'not-declared']),
})
export type MaskedPlaceOnWire = z.infer<typeof maskedPlaceSchema>
