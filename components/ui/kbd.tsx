/** The cap of one key. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center rounded-sm border border-line-strong px-1 text-2xs text-ink-3">
      {children}
    </kbd>
  )
}
