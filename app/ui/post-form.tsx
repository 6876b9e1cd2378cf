'use client'

import { useRouter } from 'next/navigation'
import { type SubmitEvent, useActionState, useEffect, useRef } from 'react'
import type { Locale } from '@/lib/words/locales'
import { type AnswerView, type Post, viewOf } from './answer'
import { Button, type ButtonKind } from './button'
import { ErrorSummary } from './error-summary'
import { Field } from './field'
import type { FieldGroup, FieldSpec } from './field-spec'
import { Fold } from './fold'
import { formWords } from './form-words'
import { Matches } from './matches'
import { Notice } from './notice'
import { postOrStay } from './post-or-stay'
import { Told } from './told'
import { useLeaveQuestion } from './use-leave-question'

export type PostFormProps = {
  action: Post
  /** Unique in the page; the ids of its fields begin with it. */
  id: string
  /** The one-time id that the door accepts once. */
  form: string
  fields: (FieldSpec | FieldGroup)[]
  submit: string
  locale: Locale
  /** What this form says of a refusal in other words than every form. */
  errors?: Record<string, string>
  hidden?: Record<string, string>
  /** Said after a deed that stays on this page. */
  done?: string
  /** Stands over what the answer tells once, such as a one-time link. */
  told?: string
  /** Asked when the answer brings matches: the second button is named `confirmed`. */
  confirm?: { title: string; lead: string; submit: string }
  /** A second button, `later`: what is written so far is kept as it is. */
  later?: string
  kind?: ButtonKind
  /** Fields in one line with their button, for forms of one or two short answers. */
  inline?: boolean
  /** Waits behind this title until it is wanted, and stays open once an answer has come. */
  fold?: string
  open?: boolean
  /** May be left without a question: it saves itself, or holds too little to ask. */
  free?: boolean
}

const isGroup = (part: FieldSpec | FieldGroup): part is FieldGroup => 'fields' in part

/** The version a conflict showed is the one the next save stands on; every other hidden value is the page's own. */
const hiddenValues = ({ form, hidden = {} }: PostFormProps, view: AnswerView) =>
  Object.entries({
    ...hidden,
    ...('version' in view.theirs && { version: view.theirs.version }),
    form: view.form ?? form,
  })

const Later = ({ text, busy }: { text: string; busy: boolean }) => (
  <div>
    <Button kind="plain" name="later" value="on" busy={busy}>
      {text}
    </Button>
  </div>
)

/** A form that works as a plain post and, with JavaScript, keeps its place, cannot be sent twice and moves the focus. */
export function PostForm(props: PostFormProps) {
  const { action, id, fields, submit, locale, errors, done, told, confirm, kind, inline, fold, open } = props
  const [answer, post, pending] = useActionState(postOrStay(action), null)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => said.current?.focus(), [answer])
  const unsent = useLeaveQuestion(answer, props.free)

  const sent = useRef(false)
  useEffect(() => {
    if (!pending) sent.current = false
  }, [pending])
  const once = (event: SubmitEvent) => {
    if (sent.current) event.preventDefault()
    sent.current = true
    unsent.drop()
  }

  const common = formWords(locale)
  const words = errors ? { ...common, errors: { ...common.errors, ...errors } } : common
  const view = viewOf(answer)
  const router = useRouter()
  useEffect(() => {
    if (view.told) router.refresh()
  }, [view.told, router])
  const drawn = (spec: FieldSpec) => (
    <Field
      key={spec.name}
      spec={spec}
      prefix={id}
      words={words}
      value={view.typed ? (view.typed[spec.name] ?? '') : spec.value}
      problem={view.problems[spec.name]}
      theirs={view.theirs[spec.name]}
    />
  )
  const form = (
    <form
      id={id}
      className={inline ? 'form inline' : 'form'}
      action={post}
      onSubmit={once}
      onInput={unsent.keep}
      noValidate
      autoComplete="off"
    >
      {view.stopped && (
        <ErrorSummary
          ref={said}
          prefix={id}
          fields={fields.flatMap((part) => (isGroup(part) ? part.fields : part))}
          problems={view.problems}
          code={view.stopped}
          fault={view.fault}
          words={words}
        />
      )}
      {view.told && told && <Told lead={told} value={view.told} ref={said} />}
      {view.done && done && <Notice kind="success">{done}</Notice>}
      {hiddenValues(props, view).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {fields.map((part) =>
        isGroup(part) ? (
          <fieldset className="group" key={part.legend}>
            <legend>{part.legend}</legend>
            {part.hint && <p className="hint">{part.hint}</p>}
            {part.fields.map(drawn)}
            {part.likely && <div id={`${id}-likely`} className="matches likely" />}
          </fieldset>
        ) : (
          drawn(part)
        ),
      )}
      {confirm && <Matches {...confirm} view={view} busy={pending} ref={said} />}
      <div className="submit">
        <Button kind={kind} busy={pending}>
          {pending ? words.sending : submit}
        </Button>
      </div>
      {props.later && <Later text={props.later} busy={pending} />}
    </form>
  )
  if (!fold) return form
  return (
    <Fold title={fold} open={open || answer !== null || undefined}>
      {form}
    </Fold>
  )
}
