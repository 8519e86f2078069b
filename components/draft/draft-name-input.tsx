import { useState, type ComponentProps } from 'react'
import { Input } from '@/components/ui/input'

interface DraftNameInputProps extends Omit<
  ComponentProps<typeof Input>,
  'name' | 'value' | 'onChange' | 'onBlur'
> {
  /** As the draft has it. */
  name: string
  onName: (name: string) => void
}

/** The name of an event type that is not in the catalog yet. It can be emptied while one writes another; a draft is never without. */
export function DraftNameInput({ name, onName, ...control }: DraftNameInputProps) {
  const [typed, setTyped] = useState(name)
  const [shown, setShown] = useState(name)
  // Somebody else, or a fix, gave it another name.
  if (name !== shown) {
    setShown(name)
    if (typed.trim() !== name) setTyped(name)
  }
  return (
    <Input
      {...control}
      value={typed}
      maxLength={200}
      spellCheck={false}
      className="font-mono"
      onChange={(event) => {
        const { value } = event.target
        setTyped(value)
        if (value.trim() !== '') onName(value.trim())
      }}
      onBlur={() => setTyped(name)}
    />
  )
}
