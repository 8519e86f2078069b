'use client'

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import { announce } from '@/components/ui/announcer'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { Icon } from '@/components/ui/icon'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useBeforePaint } from '@/components/ui/use-before-paint'
import { fieldErrors, formError } from '@/lib/client/field-errors'
import { ownerQueries } from '@/lib/client/owner-queries'
import { useChangeSettings } from '@/lib/client/settings-mutations'
import { settingsQueries } from '@/lib/client/settings-queries'
import type { GroupGrant } from '@/lib/contracts/settings'
import { roleNames, type Role } from '@/lib/domain/policy/policy'

const EMPTY: GroupGrant = { group: '', owner: null, role: null }

/** What the groups of the company's provider give whoever signs in with it. */
export function GroupSettings() {
  const { data: settings } = useSuspenseQuery(settingsQueries.current())
  const owners = useQuery(ownerQueries.list()).data ?? []
  const change = useChangeSettings()
  const [claim, setClaim] = useState(settings.provider_groups.claim)
  const [grants, setGrants] = useState<readonly GroupGrant[]>(settings.provider_groups.grants)
  const errors = fieldErrors(change.error)
  const list = useRef<HTMLUListElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  // The row that one works in next: the new one, or the one in the place of that which is gone.
  const nextRow = useRef<number | null>(null)
  useBeforePaint(() => {
    if (nextRow.current === null) return
    const row = list.current?.children[Math.min(nextRow.current, grants.length - 1)]
    ;(row?.querySelector('input') ?? add.current)?.focus()
    nextRow.current = null
  }, [grants.length])
  const set = (index: number, patch: Partial<GroupGrant>) =>
    setGrants(grants.map((grant, at) => (at === index ? { ...grant, ...patch } : grant)))
  function submit(event: FormEvent): void {
    event.preventDefault()
    const written = grants.filter(({ group }) => group.trim() !== '')
    change.mutate(
      { provider_groups: { claim, grants: written } },
      {
        onSuccess: () => {
          setGrants(written)
          announce('Groups saved')
        },
      },
    )
  }
  return (
    <Box
      title="Groups of your provider"
      aside={<span className="text-xs">Looked at whenever somebody signs in.</span>}
    >
      <form onSubmit={submit} className="flex flex-col gap-4 p-3" noValidate>
        <FormProblem>{formError(change.error) ?? [...errors.values()][0] ?? null}</FormProblem>
        <p className="text-ink-2">
          Whoever comes from the company’s OpenID Connect provider is given what their groups give here. It
          goes when the group does; what an administrator gave under People stays.
        </p>
        <Field
          label="Claim"
          hint={
            <>
              Where the provider’s ID token, or else its userinfo, lists the groups: <code>groups</code>, or a
              path such as <code>realm_access.roles</code>.
            </>
          }
        >
          {(control) => (
            <Input
              value={claim}
              onChange={(event) => setClaim(event.target.value)}
              maxLength={200}
              spellCheck={false}
              className="max-w-80 font-mono"
              {...control}
            />
          )}
        </Field>
        <ul ref={list} aria-label="Groups" className="flex flex-col gap-2">
          {grants.map(({ group, owner, role }, index) => (
            <li
              // Rows have no identity of their own; none is moved, and removing one redraws those behind it.
              key={index}
              className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2 border-b border-line pb-2 sm:grid-cols-[minmax(0,1fr)_10rem_8rem_auto] sm:border-b-0 sm:pb-0"
            >
              <Input
                aria-label={`Group ${index + 1}`}
                placeholder="Group, as the provider calls it"
                value={group}
                onChange={(event) => set(index, { group: event.target.value })}
                maxLength={500}
                spellCheck={false}
                className="max-sm:col-span-2"
              />
              <Select
                aria-label={`Owner that group ${index + 1} makes a member of`}
                value={owner ?? ''}
                none="no owner"
                options={owners.map(({ slug, name }) => ({ value: slug, label: name }))}
                onChange={(event) => set(index, { owner: event.target.value || null })}
              />
              <Select
                aria-label={`Role that group ${index + 1} gives`}
                value={role ?? ''}
                none="no role"
                options={roleNames.map((each) => ({ value: each, label: each }))}
                onChange={(event) => set(index, { role: (event.target.value || null) as Role | null })}
              />
              <Button
                look="quiet"
                aria-label={`Remove group ${index + 1}`}
                className="max-sm:col-start-3 max-sm:row-start-1"
                onClick={() => {
                  nextRow.current = index
                  setGrants(grants.filter((_, at) => at !== index))
                }}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" busy={change.isPending}>
            {change.isPending ? 'Saving …' : 'Save groups'}
          </Button>
          <Button
            ref={add}
            onClick={() => {
              nextRow.current = grants.length
              setGrants([...grants, EMPTY])
            }}
          >
            Add a group
          </Button>
        </div>
      </form>
    </Box>
  )
}
