import { z } from 'zod'
import { NAME_STYLES } from '@/lib/domain/lint/name-style'
import { rules } from '@/lib/domain/lint/rules'
import { severitySchema } from './lint'

const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id))

/** Severities that differ from the rules' own, by rule id; `off` silences a rule. */
const ruleSeveritiesSchema = z
  .record(z.string().max(200), z.enum([...severitySchema.options, 'off']))
  .superRefine((severities, context) => {
    for (const id of Object.keys(severities))
      if (!ruleIds.has(id))
        context.addIssue({ code: 'custom', path: [id], message: 'there is no rule of this id' })
  })

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
  rule_severities: ruleSeveritiesSchema,
  /** How names of event types are written here; null where every style is welcome. */
  name_style: z.enum(NAME_STYLES).nullable(),
})
export type Settings = z.infer<typeof settingsSchema>
export const settingsPatchSchema = z.strictObject(settingsSchema.shape).partial()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>
