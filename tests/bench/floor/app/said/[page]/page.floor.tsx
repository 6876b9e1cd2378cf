import { database } from '../../database'

type Props = { params: Promise<{ page: string }> }

/** The lines of one page as it was said, in one statement; each text is one element. */
export default async function Said({ params }: Props) {
  const { page } = await params
  const lines = await database()<{ texts: string[] }[]>`
    select texts from said where page = ${page} order by line`
  return (
    <main>
      {lines.map(({ texts }, line) => (
        <p key={line}>
          {texts.map((text, place) => (
            <span key={place}>{text}</span>
          ))}
        </p>
      ))}
    </main>
  )
}
