/** A person's text: paragraphs as they wrote them, never markup. */
export function Prose({ text, none }: { text: string; none: string }) {
  if (text === '') return <p className="text-ink-3">{none}</p>
  return <p className="max-w-[75ch] whitespace-pre-line text-ink-2">{text}</p>
}
