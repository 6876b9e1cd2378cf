import { bigramsOf } from '../../bigrams-of'
import { database } from '../../database'

type Props = { params: Promise<{ id: string }> }
type Found = { text: string; ref: string; situation: string; risk: string; worker: string }

const shownMax = 20

/** Names in clear by one of two indexes: those most alike by trigrams, or those that hold every bigram. */
function find(index: string, text: string) {
  const sql = database()
  return index === 'trigram'
    ? sql<
        Found[]
      >`select text, ref, situation, risk, worker from known where text % ${text} order by text <-> ${text} limit ${shownMax}`
    : sql<
        Found[]
      >`select text, ref, situation, risk, worker from known where bigrams @> ${bigramsOf(text)} order by length(text) limit ${shownMax}`
}

export default async function FoundPage({ params }: Props) {
  const { id } = await params
  const [search] = await database()<{ index: string; text: string }[]>`select index, text from search where id = ${id}`
  const found = search ? await find(search.index, search.text) : []
  return (
    <main>
      {found.map((one, place) => (
        <p key={place}>
          {Object.values(one).map((text, at) => (
            <span key={at}>{text}</span>
          ))}
        </p>
      ))}
    </main>
  )
}
