import { startEmbedded } from '@/db/embedded'

const [dataDir = '', keysDir = ''] = process.argv.slice(2)

/** A process of its own that holds a cluster until it is killed, and says the number of its server. */
const { pid } = await startEmbedded({ dataDir, keysDir, throwAway: true })
process.stdout.write(`${pid}\n`)
setInterval(() => undefined, 60_000)
