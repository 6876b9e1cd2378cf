import en from '@/lib/words/en.json'
import ko from '@/lib/words/ko.json'
import type { Mapping } from './forms'
import { type ColumnTarget, importFields, ownHeadings } from './import-fields'

type Target = Mapping['columns'][number]

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Headings as other people write them. Uwazi writes Title, Date added, Template, Geolocation, Documents, Attachments and
 * Published around the properties of an entity; Bayanat id, name, name_ar, nickname, sex, age, civilian, type, media,
 * events and related_… of an actor.
 */
const others: readonly (readonly [Target, string])[] = [
  [
    'name',
    'title|full name|fullname|name (en)|name of victim|victim|person|subject|성명|이름|성함|대상자|피해자|당사자|姓名|名字',
  ],
  [
    'otherName',
    'other names|name_ar|alias|aliases|aka|also known as|name in hangul|hangul|별명|가명|이명|다른이름|영문명|영문이름|한글이름|中文名|曾用名|别名',
  ],
  ['sex', 'gender|성별|性别'],
  [
    'birth',
    'birth date|date of birth|dob|born|year of birth|birth year|birthdate|생일|생년|출생|생년월일|출생일|출생연도|出生日期|出生年月',
  ],
  ['situation', 'status|current status|situation code|상태|현황|现状'],
  [
    'when',
    'date|since|date of event|event date|incident date|arrest date|date of arrest|날짜|일자|발생일|체포일|일시|日期',
  ],
  ['province', 'province code|region|state|도|성|지역|省'],
  ['place', 'location|place of arrest|place of event|city|town|where|장소|위치|체포장소|地点'],
  [
    'account',
    'description|summary|narrative|story|comments|notes|note|details|내용|경위|설명|비고|메모|사건개요|描述|备注',
  ],
  ['sourceType', 'source|type of source|정보원|출처|출처유형'],
  ['told', 'source name|informant|reported by|told by|제보자|신고자|정보제공자'],
  ['connection', 'relationship|relation|relation to person|관계'],
  ['contactValue', 'phone|telephone|mobile|phone number|contact|tel|전화|전화번호|연락처|휴대폰|电话'],
  ['contactKind', 'contact type|연락수단'],
  ['', 'date added|template|documents|attachments|published|media|events|type|creation date|edit date'],
  ['', Object.values(ownHeadings).join('|')],
]

/** What a list numbers its people by, in a column that is no field of ours. */
const ids = new Set(
  'id|_id|sharedid|shared id|external id|unique id|record id|case id|case no|case number|entity id|uuid|고유번호|식별번호|관리번호|사건번호|编号|案件编号'
    .split('|')
    .map(plain),
)

/** Where a list says by what it numbers its people; -1 where it does not. */
export const idColumn = (headings: readonly string[]): number =>
  headings.findIndex((heading) => ids.has(plain(heading)))

const labels = [en.imports.fields, ko.imports.fields]

const known: ReadonlyMap<string, Target> = new Map([
  ...others.flatMap(([target, headings]) => headings.split('|').map((heading) => [plain(heading), target] as const)),
  ...importFields.flatMap((field) =>
    [field, ...labels.map((words) => words[field])].map((text) => [plain(text), field] as const),
  ),
])

/** Whether a heading is one of ours, or of a kind that lists often have. */
export const isKnownHeading = (heading: string): boolean => known.has(plain(heading))

/** Lists of one shape have the same headings in the same order, however they are written; what we add ourselves is no part of it. */
export function shapeOf(headings: readonly string[]): string {
  const own: readonly string[] = [...Object.values(ownHeadings), ...labels.map(({ confirmed }) => confirmed)].map(plain)
  return headings
    .map(plain)
    .filter((heading) => !own.includes(heading))
    .join('\n')
}

/** What each column is by its heading: the first of a kind is the field, what has no field becomes a note. */
export function guessColumns(headings: readonly string[]): Target[] {
  const taken = new Set<ColumnTarget>()
  return headings.map((heading) => {
    const target = known.get(plain(heading))
    if (target === '' || plain(heading) === '') return ''
    if (target === undefined || taken.has(target)) return target === 'account' ? 'account' : 'note'
    taken.add(target)
    return target
  })
}

const looksLikeData = /^[+\-\d][\d\s.,:/\-()]*$/

/** Whether the first record names the columns rather than a person. */
export const looksLikeHeader = (cells: readonly string[]): boolean =>
  cells.some(isKnownHeading) || !cells.some((cell) => looksLikeData.test(cell.trim()))
