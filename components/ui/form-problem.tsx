/** What is wrong with a form as a whole, in its first line; nothing where nothing is. */
export function FormProblem({ children }: { children: string | null }) {
  if (children === null) return null
  return (
    <p role="alert" className="rounded-md bg-breaking-soft px-2.5 py-1.5 text-breaking">
      {children}
    </p>
  )
}
