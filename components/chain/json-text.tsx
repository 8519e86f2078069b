'use client'

import { useState } from 'react'
import { prettyJson } from '@/lib/domain/chain-view/pretty-json'
import { TextWithMasks } from '@/components/event/masked'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'

/** Characters shown at first: a megabyte of text would stop the page. */
const SHOWN = 20_000

/** JSON as it was sent, indented, with masks drawn as such; scrolls by itself and can be reached by keyboard. */
export function JsonText({ text, label }: { text: string; label: string }) {
  const [all, setAll] = useState(false)
  const pretty = prettyJson(text)
  const cut = !all && pretty.length > SHOWN
  return (
    <>
      <CodeBlock label={label} className="max-h-[28rem] px-3 py-2 whitespace-pre-wrap">
        <TextWithMasks text={cut ? pretty.slice(0, SHOWN) : pretty} />
      </CodeBlock>
      {cut && (
        <p className="border-t border-line px-3 py-1.5">
          <Button size="small" onClick={() => setAll(true)}>
            Show all {Math.ceil(pretty.length / 1_000)} thousand characters
          </Button>
        </p>
      )}
    </>
  )
}
