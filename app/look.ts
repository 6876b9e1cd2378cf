import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { isZone } from '@/lib/accounts/zones'
import { type Locale, locales } from '@/lib/words/locales'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** How pages look to this reader; it holds nothing personal and decides nothing. */
export type Look = { locale: Locale; theme: Theme; zone: string }

export const lookCookie = 'vigil-look'

function preferredLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
    return { language: tag.split('-')[0], weight: weight ? Number(weight.trim().slice(2)) || 0 : 1 }
  })
  const ranked = wanted.filter((one) => one.weight > 0).sort((a, b) => b.weight - a.weight)
  return ranked.flatMap((one) => locales.filter((locale) => locale === one.language))[0] ?? 'en'
}

/** Reads `locale.theme.zone`; whatever is missing or unknown falls back to the browser's language, system theme, UTC. */
export function parseLook(cookie: string | undefined, acceptLanguage: string | null): Look {
  const [locale, theme, zone = ''] = (cookie ?? '').split('.')
  return {
    locale: locales.find((known) => known === locale) ?? preferredLocale(acceptLanguage),
    theme: themes.find((known) => known === theme) ?? 'system',
    zone: isZone(zone) ? zone : 'UTC',
  }
}

export const serialiseLook = (look: Look): string => `${look.locale}.${look.theme}.${look.zone}`

/** The look of the present request, read once in each. */
export const currentLook = cache(async (): Promise<Look> => {
  const [jar, heads] = await Promise.all([cookies(), headers()])
  return parseLook(jar.get(lookCookie)?.value, heads.get('accept-language'))
})
