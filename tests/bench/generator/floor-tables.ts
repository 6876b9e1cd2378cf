/** What the floor reads: the lines of each page as Vigil said them, found by the one index. What it writes: a file in clear. */
export const floorTables = `
create table said (page text not null, line int not null, texts text[] not null, primary key (page, line));
create table listed (list text not null, id uuid not null, ref text not null, situation text not null, risk text not null, grade text not null,
  province text, silent_since date not null, review_due timestamptz, worker text not null, changed_at timestamptz not null, primary key (list, id));
create index listed_page on listed (list, situation, risk, changed_at desc, id);
create table file (id uuid primary key, ref text not null unique, situation text not null, risk text not null, grade text not null, province text,
  silent_since date not null, review_due timestamptz, worker text not null, confidentiality text not null, workflow text not null, alive text);
create table person (id uuid primary key, file_id uuid not null, role text not null, sex text not null, birth text);
create index person_file on person (file_id);
create table person_name (id uuid primary key, file_id uuid not null, person_id uuid not null, text text not null, script text not null);
create index person_name_file on person_name (file_id);
create table source (id uuid primary key, file_id uuid not null, code text not null, type text not null, reliability text not null, distance text not null, connection text);
create index source_file on source (file_id);
create table source_identity (source_id uuid primary key, file_id uuid not null, name text not null);
create table claim (id uuid primary key, file_id uuid not null, source_id uuid not null, predicate text not null, value text not null);
create table entry (id uuid primary key, file_id uuid not null, situation text not null, valid text, place text, province text, grade text not null, note text,
  recorded_by text not null, recorded_at timestamptz not null);
create index entry_file on entry (file_id, recorded_at desc, id desc);
create table basis (entry_id uuid not null, claim_id uuid not null, primary key (entry_id, claim_id));
create table channel (id uuid primary key, file_id uuid not null, person_id uuid not null, kind text not null, state text not null);
create index channel_file on channel (file_id);
create table channel_value (channel_id uuid primary key, value text not null);
create table beside (id uuid primary key, file_id uuid not null, about text not null, at timestamptz not null);
`
