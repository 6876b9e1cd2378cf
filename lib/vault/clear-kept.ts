import { purposes } from './purposes'

const { own, link, staff, code, count, system, tag, wrapped, epoch } = purposes

/** Clear columns of the files that somebody keeps, and of lists on their way into files. */
export const clearKept = {
  stored_file: {
    id: own,
    owner_id: staff,
    purpose: code,
    state: code,
    size: count,
    chunks: count,
    epoch,
    wrapped,
    stored_at: system,
    until: system,
  },
  stored_chunk: { file_id: link, owner_id: staff, place: count },
  import_batch: {
    id: own,
    owner_id: staff,
    team_id: link,
    file_id: link,
    state: code,
    failure: code,
    format: code,
    encoding: code,
    delimiter: code,
    has_header: code,
    shape: tag,
    matched: code,
    cursor: count,
    rows_done: count,
    rows_bad: count,
    rows_matched: count,
    rows_repeated: count,
    rows_all: count,
    runner: 'random id of whoever works on it in the background: two never do at once',
    beat_at: system,
    started_at: system,
    run_at: system,
    version: count,
  },
  import_row: {
    batch_id: link,
    owner_id: staff,
    number: count,
    state: code,
    reasons: 'fields and what speaks against them, each a word of a list in lib',
  },
  imported_row: { team_id: link, tag, case_id: link },
  import_mapping: { id: own, owner_id: staff, shape: tag, saved_at: system, version: count },
}
