import { z } from 'zod'
import { NAME_STYLES } from '@/lib/domain/lint/name-style'
import { rules } from '@/lib/domain/lint/rules'
import { roleNames } from '@/lib/domain/policy/policy'
import { identifierSchema } from './identifiers'
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

/** What people of one group of the company's provider are given at each sign-in. */
const groupGrantSchema = z
  .strictObject({
    group: z.string().trim().min(1).max(500),
    /** The slug of an owner (team) they become members of. */
    owner: identifierSchema.nullable(),
    role: z.enum(roleNames).nullable(),
  })
  .refine(({ owner, role }) => owner !== null || role !== null, 'an owner, a role or both')
export type GroupGrant = z.infer<typeof groupGrantSchema>

/** How the groups that the provider names become rights here. */
export const providerGroupsSchema = z.strictObject({
  /** The claim that lists them: `groups`, or a path such as `realm_access.roles`. */
  claim: z.string().trim().min(1).max(200),
  grants: z.array(groupGrantSchema).max(500),
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
  /** Days after whose end events are dropped, by the day of their receipt; null where they are kept for good. */
  retention_days: z.number().int().min(1).max(36_500).nullable(),
  rule_severities: ruleSeveritiesSchema,
  /** Who may read without signing in; nobody may write so. */
  reading: z.enum(['signed-in', 'this-machine', 'network']),
  /** How names of event types are written here; null where every style is welcome. */
  name_style: z.enum(NAME_STYLES).nullable(),
  /**
   * Whether a version is published only after a review. Where nobody but its author could review it, it is published
   * directly all the same.
   */
  review_required: z.boolean(),
  /** Approvals of different people that a proposal needs. */
  approvals_needed: z.number().int().min(1).max(10),
  /** One of them from the owner's members, where it has any beside the authors. */
  owner_approves: z.boolean(),
  /** One of them from a reviewer for an event type that is not in the catalog yet. */
  reviewer_for_new: z.boolean(),
  /** One of them from a reviewer for a change that is not proved to break nobody. */
  reviewer_for_breaking: z.boolean(),
  /** Told to administrators alone; to others nothing is mapped. */
  provider_groups: providerGroupsSchema,
})
export type Settings = z.infer<typeof settingsSchema>
export const settingsPatchSchema = z.strictObject(settingsSchema.shape).partial()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>
