/** The name, its tense set apart. */
export function Wordmark() {
  return (
    <span translate="no" className="text-[0.9375rem] leading-6 font-medium tracking-tight">
      past<span className="verb">tense</span>
    </span>
  )
}
