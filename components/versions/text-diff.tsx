'use client'

import type * as Monaco from 'monaco-editor/editor/editor.api.js'
import { useEffect, useRef } from 'react'
import { EDITOR_OPTIONS, TEXT_OPTIONS } from '@/components/schema/monaco/editor-options'
import { useMonaco } from '@/components/schema/monaco/use-monaco'
import { Box } from '@/components/ui/box'
import { ErrorState } from '@/components/ui/error-state'
import { Bone } from '@/components/ui/skeleton'
import type { Change } from '@/lib/contracts/compatibility'
import { useColours } from '@/lib/client/theme'
import { lineAndColumn, placesInText } from '@/lib/domain/json/place-in-text'

interface TextDiffProps {
  before: string
  after: string
  layout: 'split' | 'unified'
  /** The change to bring into sight. */
  change: Change | null
  /** A part of a page instead of the page. */
  isShort?: boolean
}

/** Both schemas as text, by the editor's own difference view. */
export function TextDiff({ before, after, layout, change, isShort = false }: TextDiffProps) {
  const monaco = useMonaco()
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<Monaco.editor.IStandaloneDiffEditor>(null)
  const colours = useColours()
  const api = monaco.status === 'ready' ? monaco.kit.monaco : undefined

  useEffect(() => {
    if (!api || !place.current) return
    const models = {
      original: api.editor.createModel(before, 'json'),
      modified: api.editor.createModel(after, 'json'),
    }
    const made = api.editor.createDiffEditor(place.current, {
      ...EDITOR_OPTIONS,
      readOnly: true,
      tabFocusMode: true,
      originalEditable: false,
      renderSideBySide: layout === 'split',
      useInlineViewWhenSpaceIsLimited: true,
      renderSideBySideInlineBreakpoint: 640,
      // The textarea it then uses carries its label; the edit context of a difference view does not.
      editContext: false,
      hideUnchangedRegions: { enabled: true, contextLineCount: 4 },
      originalAriaLabel: 'Schema before',
      modifiedAriaLabel: 'Schema after',
      renderOverviewRuler: false,
    })
    made.setModel(models)
    // Only now: the editor gives its texts the usual options.
    for (const model of Object.values(models)) model.updateOptions(TEXT_OPTIONS)
    // The options of the difference view name the whole; each side's own field has to be named beside.
    made.getOriginalEditor().updateOptions({ ariaLabel: 'Schema before' })
    made.getModifiedEditor().updateOptions({ ariaLabel: 'Schema after' })
    editor.current = made
    return () => {
      editor.current = null
      made.dispose()
      models.original.dispose()
      models.modified.dispose()
    }
    // Lines that are gone are drawn once, in the colours of then.
  }, [api, before, after, layout, colours])

  useEffect(() => {
    if (!api || change === null) return
    const isGone = change.kind === 'field-removed' || change.kind === 'variant-removed'
    const side = isGone ? editor.current?.getOriginalEditor() : editor.current?.getModifiedEditor()
    const text = isGone ? before : after
    const { line } = lineAndColumn(text, placesInText(text, [change.path])[0]?.offset ?? 0)
    side?.setPosition({ lineNumber: line, column: 1 })
    side?.revealLineInCenter(line)
  }, [api, change, before, after, layout, colours])

  if (monaco.status === 'failed') {
    return (
      <ErrorState title="The text view could not be loaded" onRetry={monaco.retry}>
        The trees and the list show the same changes.
      </ErrorState>
    )
  }
  return (
    <Box className={isShort ? 'relative overflow-hidden rounded-none border-0' : 'relative overflow-hidden'}>
      {monaco.status === 'loading' && (
        <div
          role="status"
          aria-label="Loading the text view"
          className="absolute inset-0 flex flex-col gap-3 p-4"
        >
          {[28, 44, 36, 52, 40, 48, 32].map((width) => (
            <Bone key={width} className="h-3" />
          ))}
        </div>
      )}
      <div ref={place} className={isShort ? 'h-60' : 'h-[min(40rem,70dvh)]'} />
    </Box>
  )
}
