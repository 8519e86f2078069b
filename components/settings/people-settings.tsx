'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Opened } from '@/components/ui/opened'
import { formError } from '@/lib/client/field-errors'
import { useAddPerson } from '@/lib/client/person-mutations'
import { personQueries } from '@/lib/client/person-queries'
import { PersonForm } from './person-form'
import { PersonRow } from './person-row'

/** Who may sign in, as what, and for which owners. */
export function PeopleSettings() {
  const { data, error } = useQuery(personQueries.list())
  const add = useAddPerson()
  const [adding, setAdding] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <Box
      title="People"
      aside={
        <Button ref={button} size="small" onClick={() => setAdding(true)} disabled={adding}>
          Add a person
        </Button>
      }
    >
      {adding && (
        <Opened onClose={() => setAdding(false)} backTo={() => button.current}>
          <PersonForm
            isNew
            isPending={add.isPending}
            error={add.error}
            submit="Add"
            onSubmit={(body) =>
              add.mutate({ ...body, email: body.email ?? '' }, { onSuccess: () => setAdding(false) })
            }
            onCancel={() => setAdding(false)}
          />
        </Opened>
      )}
      {error !== null && <p className="p-3 text-breaking">{formError(error)}</p>}
      {data === undefined ? (
        <p className="p-3 text-ink-3">Reading …</p>
      ) : (
        <ul aria-label="People">
          {data.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
    </Box>
  )
}
