import type { Sql } from 'postgres'
import { bigramsOf } from '../floor/app/bigrams-of'
import { type Rows, copyInto } from './copy-into'
import { type Holders, drawFile } from './draw-file'

const filesAtOnce = 2_000

const tables = `
create extension if not exists pg_trgm;
create table search (id uuid primary key, index text not null, text text not null);
create table known (text text not null, ref text not null, situation text not null, risk text not null, worker text not null, bigrams text[] not null);
create table attested (person text not null, text text not null, bigrams text[] not null)`

const indexes = `
create index known_trigram on known using gin (text gin_trgm_ops);
create index known_bigram on known using gin (bigrams);
analyze known; analyze attested`

export type ClearWorld = { seed: number; files: number; holders: Holders }
export type ClearName = { person: string; text: string }

const rowOf = (text: string, file: number) => ({
  ...{ text, ref: `V-${file}`, situation: 'In detention in transit', risk: 'R3', worker: 'Nobody' },
  bigrams: bigramsOf(text).map((bigram) => JSON.stringify(bigram)),
})

/** The names of all subjects once more, in clear and drawn from the same seed, under both indexes; answers some of them. */
export async function clearNames(sql: Sql, { seed, files, holders }: ClearWorld, attested: readonly ClearName[]) {
  await sql.unsafe(tables)
  const drawing = { seed, now: new Date(), refs: [], firstRef: 0, holders }
  const some: string[] = []
  for (let first = 0; first < files; first += filesAtOnce) {
    const rows: Rows = { known: [] }
    for (let file = first; file < Math.min(files, first + filesAtOnce); file++) {
      const names = drawFile(drawing, file).subject.names.map(({ text }) => text)
      rows.known?.push(...names.map((text) => rowOf(text, file)))
      if (file % Math.ceil(files / 400) === 0) some.push(...names)
    }
    await copyInto(sql, rows)
  }
  const lines = attested.map(({ person, text }) => ({
    ...{ person, text },
    bigrams: bigramsOf(text).map((bigram) => JSON.stringify(bigram)),
  }))
  await copyInto(sql, { attested: lines })
  await sql.unsafe(indexes)
  return some
}
