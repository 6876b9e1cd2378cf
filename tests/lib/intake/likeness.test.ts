import { expect, test } from 'vitest'
import { likenessField, likenessIn } from '@/lib/intake/likeness'

const personId = 'b3f7a7a0-7c50-4c6e-9f86-1f6a3c9b0f11'

test('what a form says of people on file is read, and whatever else stands under such a name is not', () => {
  expect(likenessIn({ [likenessField(personId)]: 'same', name: 'same' })).toEqual([{ personId, answer: 'same' }])
  expect(likenessIn({ 'likeness-1': 'same', [likenessField(personId)]: 'perhaps' })).toEqual([])
  expect(likenessIn({ [likenessField(personId)]: ['same'] })).toEqual([])
})
