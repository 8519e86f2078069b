import { z } from 'zod'

export const settingsSchema = z.object({
  /** Address of the tracing tool with `{trace_id}` in it; empty for none. */
  trace_link: z
    .string()
    .max(500)
    .refine(
      (text) => text === '' || (/^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/u.test(text) && text.includes('{trace_id}')),
      'an http(s) address with {trace_id} in it, or empty',
    ),
  /** An event received this many seconds after it was created is late. */
  late_after_seconds: z.number().int().min(1).max(86_400),
})
export type Settings = z.infer<typeof settingsSchema>
export const settingsPatchSchema = z.strictObject(settingsSchema.shape).partial()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>
