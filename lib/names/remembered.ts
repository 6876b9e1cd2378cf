/** Keeps what a pure function answered for a text, at most so many answers; then it starts afresh. */
export function remembered<Answer>(answer: (text: string) => Answer, answersMax: number): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    if (answers.size >= answersMax) answers.clear()
    const found = answer(text)
    answers.set(text, found)
    return found
  }
}
