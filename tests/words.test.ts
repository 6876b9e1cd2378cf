import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { words } from '@/app/words'
import { levels, roles } from '@/lib/access/grants'
import { statuses } from '@/lib/refusal'
import en from '@/lib/words/en.json'
import forms from '@/lib/words/forms.json'
import ko from '@/lib/words/ko.json'
import labelsEn from '@/lib/words/labels.en.json'
import labelsKo from '@/lib/words/labels.ko.json'
import { locales } from '@/lib/words/locales'
import nets from '@/lib/words/nets.json'

type Tree = { [key: string]: string | Tree }

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path + key}.`),
  )

const catalogues: Record<string, Tree> = {
  en: { ...en, ...forms.en, labels: labelsEn, nets: nets.en },
  ko: { ...ko, ...forms.ko, labels: labelsKo, nets: nets.ko },
}
const sentences = (locale: string) => new Map(flat(catalogues[locale] ?? {}))

/** The arguments of an ICU message: a brace at even depth opens an argument, at odd depth one of its branches. */
function placeholders(message: string): string[] {
  const found = new Set<string>()
  let depth = 0
  for (const [place, character] of [...message].entries()) {
    if (character === '{' && depth++ % 2 === 0)
      found.add(/^\w+/.exec([...message].slice(place + 1).join(''))?.[0] ?? '?')
    if (character === '}') depth--
  }
  if (depth !== 0) found.add('unbalanced braces')
  return [...found].sort()
}

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = (folder: string) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`)

test.each(locales)('%s says everything that English says, and nothing else', (locale) => {
  expect([...sentences(locale).keys()].sort()).toEqual([...sentences('en').keys()].sort())
})

test.each(locales)('%s leaves the same places open in each sentence, and leaves none empty', (locale) => {
  for (const [key, english] of sentences('en')) {
    const said = sentences(locale).get(key) ?? ''
    expect(placeholders(said), key).toEqual(placeholders(english))
    expect(said.trim(), key).not.toBe('')
  }
})

test.each(locales)('every sentence of %s can be spoken', (locale) => {
  const texts = { en: { ...en, ...forms.en }, ko: { ...ko, ...forms.ko } }[locale]
  const say = createTranslator({
    locale,
    messages: texts,
    onError: (error) => {
      throw error
    },
  })
  for (const [key, message] of flat(texts)) {
    const values = Object.fromEntries(placeholders(message).map((name) => [name, 2]))
    expect(() => Reflect.apply(say, null, [key, values]), key).not.toThrow()
  }
})

test.each(locales)('what the pages say in %s is what ICU makes of each sentence', (locale) => {
  const texts = { en: { ...en, ...forms.en }, ko: { ...ko, ...forms.ko } }[locale]
  const say = createTranslator({ locale, messages: texts, timeZone: 'UTC' })
  for (const [key, message] of flat(texts)) {
    for (const value of [0, 1, 2, 21]) {
      const values = Object.fromEntries(placeholders(message).map((name) => [name, value]))
      expect(Reflect.apply(words(locale), null, [key, values]), key).toBe(Reflect.apply(say, null, [key, values]))
    }
  }
})

test('labels are looked up, not spoken: none leaves a place open', () => {
  for (const [key, said] of [...flat(labelsEn), ...flat(labelsKo)]) expect(placeholders(said), key).toEqual([])
})

test('Korean sentences that are not names are Korean', () => {
  const names = ['frame.product', 'exports.jsonl']
  for (const [key, said] of sentences('ko')) {
    const isAllPlaces = said.replaceAll(/\{\w+\}/g, '').search(/\p{L}/u) === -1
    if (!names.includes(key) && !isAllPlaces) expect(said, key).toMatch(/[가-힣]/)
  }
})

describe('word lists', () => {
  /** Numbers in a form, which a sentence says with the number in it. */
  const spokenOtherwise = ['silences', 'grantDays', 'hours', 'overrideDays']
  /** Part of a list that has its labels. */
  const partOfAnother = ['openWorkflows', 'protectedQuestions', 'answerSteps', 'kinships', 'clauseSteps']

  test.each([
    'situations',
    'sources',
    'people',
    'risk',
    'cases',
    'names',
    'places',
    'audit',
    'tasks',
    'consents',
    'intake',
    'contacts',
    'together',
    'lists',
    'matches',
    'search',
  ])('every list of lib/%s has a label for every word in each language', async (noun) => {
    for (const path of sources(`lib/${noun}`)) {
      const module: Record<string, unknown> = await import(/* @vite-ignore */ `../${path}`)
      for (const [name, list] of Object.entries(module)) {
        if (!Array.isArray(list) || !list.every((word) => typeof word === 'string')) continue
        if (spokenOtherwise.includes(name) || partOfAnother.includes(name)) continue
        for (const labels of [labelsEn, labelsKo]) {
          const spoken = new Map(Object.entries(labels)).get(name) ?? {}
          expect(Object.keys(spoken), `${path} ${name}`).toEqual(expect.arrayContaining(list))
        }
      }
    }
  })

  test('roles and levels of access have theirs', () => {
    for (const labels of [labelsEn, labelsKo]) {
      expect(Object.keys(labels.roles)).toEqual(expect.arrayContaining([...roles]))
      expect(Object.keys(labels.levels)).toEqual(expect.arrayContaining([...levels]))
    }
  })
})

describe('errors', () => {
  test('every refusal has its sentence', () => {
    expect(Object.keys(forms.en.errors)).toEqual(expect.arrayContaining(Object.keys(statuses)))
  })

  test('every problem of a field has its sentence', () => {
    const ways = [/message: '([a-z-]+)'/g, /refuse\(ctx, value, '([a-z-]+)'\)/g, /: '([a-z]+(?:-[a-z]+)+)' \}\)/g]
    const unions = /type \w+Problem =([^\n]*(?:\n {2}\|[^\n]*)*)/g
    const spoken = new Set<string>()
    for (const path of [...sources('lib'), ...sources('db')]) {
      const text = readFileSync(root + path, 'utf8')
      for (const way of ways) for (const [, code = ''] of text.matchAll(way)) spoken.add(code)
      for (const [, union = ''] of text.matchAll(unions))
        for (const [, code = ''] of union.matchAll(/'([a-z-]+)'/g)) spoken.add(code)
    }
    expect(spoken).toContain('required')
    expect([...spoken].filter((code) => !(code in forms.en.errors))).toEqual([])
  })
})
