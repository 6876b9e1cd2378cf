import { label } from '../../say'
import type { File } from './read-file'

/** The names the file goes by. */
export const titleOf = (file: File): string => file.names.map((name) => name.text).join(' · ')

/** Whose word an entry is. */
export const sayerOf = ({ sources: [source] }: File): string =>
  source ? [source.code, label('sourceTypes', source.type), label('distances', source.distance)].join(' · ') : ''
