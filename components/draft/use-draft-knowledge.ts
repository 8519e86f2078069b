'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ShownFinding } from '@/components/findings/findings-box'
import type { DraftValues } from '@/lib/client/draft-saver'
import { eventTypeQueries } from '@/lib/client/event-type-queries'
import { lintQueries } from '@/lib/client/lint-queries'
import { waiverQueries } from '@/lib/client/waiver-queries'
import type { Draft } from '@/lib/contracts/draft'
import { suggestLabel } from '@/lib/domain/diff/suggest-label'
import type { Json } from '@/lib/domain/json/json'
import { withWaivers } from '@/lib/domain/lint/waive'
import { cudName } from '@/lib/domain/naming/cud-name'
import type { DraftContext } from './check-draft'
import { useDraftChecks, type DraftChecks } from './use-draft-checks'
import { useReferenced } from './use-referenced'

export interface DraftKnowledge extends Omit<DraftChecks, 'findings'> {
  readonly findings: readonly ShownFinding[]
  /** What the version will be called where the author names none. */
  readonly suggestedLabel: string
}

/** What the checks say of a draft, in the light of the catalog: its rules, its other names, the base version, the waivers. */
export function useDraftKnowledge(draft: Draft, values: DraftValues): DraftKnowledge {
  const { base } = draft
  const name = values.event_type
  const entity = values.kind === 'cud' ? (values.entity ?? cudName(name)?.entity) : undefined
  const version = useQuery({
    ...eventTypeQueries.version(draft.event_type, base ?? ''),
    enabled: base !== null,
  })
  const rules = useQuery({ ...lintQueries.context(entity), placeholderData: keepPreviousData })
  const waivers = useQuery(waiverQueries.list(name))
  // Where the catalog does not answer, the rules that need nothing of it still speak.
  const documents = useReferenced(version.data?.schema as Json | undefined, values.schema_text)
  const isReady = !rules.isPending && (base === null || !version.isPending) && documents !== undefined
  const context = useMemo<DraftContext | undefined>(
    () =>
      isReady
        ? {
            base: version.data?.schema as Json | undefined,
            documents,
            catalogNames: rules.data?.catalog_names,
            entitySchemas: rules.data?.entity_schemas as DraftContext['entitySchemas'],
            settings: rules.data?.rule_severities,
            nameStyle: rules.data?.name_style ?? undefined,
          }
        : undefined,
    [isReady, version.data, rules.data, documents],
  )
  const checks = useDraftChecks(
    {
      name,
      kind: values.kind,
      entity: values.entity,
      description: values.description,
      schemaText: values.schema_text,
      examplesText: values.examples_text,
    },
    context,
  )
  const { verdict } = checks
  const findings = useMemo(
    () =>
      withWaivers(
        checks.findings,
        (waivers.data ?? []).filter(({ ended_at }) => ended_at === null),
        (waiver) => waiver,
      ),
    [checks.findings, waivers.data],
  )
  const suggestedLabel =
    base === null ? '1.0.0' : verdict ? suggestLabel(base, verdict.changes, verdict.verdict) : base
  return { ...checks, findings, suggestedLabel }
}
