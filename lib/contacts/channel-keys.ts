import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Where a number without its country's code is dialled from, by the people of these files. */
const countries: readonly CountryCode[] = ['KR', 'CN', 'TH', 'LA', 'VN', 'MM', 'MN', 'RU']

const digitsMin = 7
const digitsMax = 17
const inNumbers = /^[\d\s+()./\-]+$/

const plainNumber = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\p{Pd}/gu, '-')
    .trim()
const digitsOf = (text: string) => text.replace(/\D/g, '')

/** Whether a text can be a telephone number: figures and what stands between them, neither too few nor too many. */
export function isPhone(text: string): boolean {
  const plain = plainNumber(text)
  const count = digitsOf(plain).length
  return inNumbers.test(plain) && count >= digitsMin && count <= digitsMax
}

/** The numbers in E.164 that a text can mean; several where it does not say of which country it is. */
function numbersIn(text: string): string[] {
  const plain = plainNumber(text).replace(/^00/, '+')
  if (plain.startsWith('+')) {
    const number = parsePhoneNumberFromString(plain)
    return number?.isPossible() ? [number.number] : []
  }
  const read = countries.map((country) => parsePhoneNumberFromString(plain, country))
  return [...new Set(read.flatMap((number) => (number?.isValid() ? [number.number] : [])))]
}

/**
 * The texts of which one is equal where two channels are the same: a number by its E.164 form (ITU-T), anything else,
 * an address or an account, by its letters whatever their case.
 */
export function channelKeys(value: string): string[] {
  const folded = value.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  if (!isPhone(value)) return folded === '' ? [] : [`text ${folded}`]
  const numbers = numbersIn(value)
  return numbers.length > 0 ? numbers : [`digits ${digitsOf(plainNumber(value))}`]
}
