import { Button, ButtonLink } from '@/app/ui/button'
import { Card } from '@/app/ui/card'
import { Notice } from '@/app/ui/notice'
import { words } from '@/app/words'
import { mayEver } from '@/lib/access/can'
import type { Role } from '@/lib/access/grants'
import { keptDays, uploadBytesMax } from '@/lib/files/stored'
import { columnsMax } from '@/lib/imports/import-fields'
import { type ListFailure, listFailures } from '@/lib/imports/import-states'
import type { Locale } from '@/lib/words/locales'

/** Why nothing was taken of what was sent. */
export const uploadProblems = [
  'file-too-large',
  'file-needed',
  'broken-off',
  'forged',
  'replayed',
  'forbidden',
  'failed',
] as const
export type UploadProblem = (typeof uploadProblems)[number]

const megabytes = uploadBytesMax / 1024 / 1024

const isFailure = (problem: UploadProblem | ListFailure): problem is ListFailure =>
  listFailures.some((failure) => failure === problem)

type Props = { locale: Locale; role: Role; form: string; problem: UploadProblem | ListFailure | undefined }

/** Sent by the browser itself, with a script or without: its id stands before the file, so that it is known first. */
export function UploadForm({ locale, role, form, problem }: Props) {
  const t = words(locale)
  return (
    <Card
      id="send"
      title={t('imports.file')}
      actions={
        <>
          <ButtonLink href="/api/imports/template">{t('imports.template')}</ButtonLink>
          {mayEver(role, 'list:export') && (
            <ButtonLink href="/cases?panel=export#export">{t('imports.exportSame')}</ButtonLink>
          )}
        </>
      }
    >
      {problem && (
        <Notice kind="error">
          {isFailure(problem)
            ? t(`imports.failures.${problem}`, { columns: columnsMax })
            : t(`imports.problems.${problem}`, { size: megabytes })}
        </Notice>
      )}
      <form id="send-list" className="form" action="/api/imports" method="post" encType="multipart/form-data">
        <input type="hidden" name="form" value={form} readOnly />
        <div className="field wide">
          <label htmlFor="send-list-file">{t('imports.file')}</label>
          <div className="notes">
            <p className="hint" id="send-list-hint">
              {t('imports.fileHint', { size: megabytes, days: keptDays })}
            </p>
          </div>
          <input
            id="send-list-file"
            name="file"
            type="file"
            required
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            aria-describedby="send-list-hint"
          />
        </div>
        <div className="submit">
          <Button>{t('imports.submit')}</Button>
        </div>
      </form>
    </Card>
  )
}
