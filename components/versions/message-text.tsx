/** A sentence about a change; what it quotes in backticks is shown as code. */
export function MessageText({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part : <code key={`${index} ${part}`}>{part}</code>))
}
