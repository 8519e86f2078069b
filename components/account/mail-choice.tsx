import { announce } from '@/components/ui/announcer'
import { FormProblem } from '@/components/ui/form-problem'
import { TextLink } from '@/components/ui/text-link'
import { useChangeAccount } from '@/lib/client/account-mutations'
import { formError } from '@/lib/client/field-errors'
import { paths } from '@/lib/client/paths'
import type { Account } from '@/lib/contracts/account'

const CHOICES: readonly (readonly [Account['told_by_mail'], string])[] = [
  ['at-once', 'At once'],
  ['daily', 'Once a day, what you have not read'],
  ['never', 'Never'],
]

/** Whether what the inbox tells is mailed, too; kept at once. */
export function MailChoice({ account }: { account: Account }) {
  const change = useChangeAccount()
  const chosen = change.isPending ? change.variables.told_by_mail : account.told_by_mail
  return (
    <div className="flex flex-col gap-3 p-3">
      <p className="text-ink-2">
        Your <TextLink href={paths.inbox()}>inbox</TextLink> tells you what happens to your proposals, to what
        your team owns, and to what it consumes.
      </p>
      {account.mail ? (
        <fieldset>
          <legend className="mb-1 font-medium">By mail, too</legend>
          {CHOICES.map(([value, label]) => (
            <label key={value} className="flex min-h-7 items-center gap-2">
              <input
                type="radio"
                name="told_by_mail"
                className="accent-accent"
                checked={chosen === value}
                onChange={() =>
                  change.mutate({ told_by_mail: value }, { onSuccess: () => announce(`By mail: ${label}`) })
                }
              />
              {label}
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="text-ink-3">This installation sends you no mail.</p>
      )}
      <FormProblem>{formError(change.error)}</FormProblem>
    </div>
  )
}
