import type { Migration } from './migration.ts'

const sql = `
create table playbook (
  id text not null primary key,
  yaml text,
  enabled integer not null,
  updated_at integer not null
) strict, without rowid;

create table solution (
  -- The row of solution_terms.
  no integer primary key,
  id text not null unique,
  product text not null,
  symptom text not null,
  wordings text not null,
  steps text not null,
  guide_url text,
  coupon_code text,
  language text not null
) strict;

create virtual table solution_terms using fts5 (
  symptom,
  product,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'"
);
-- How many solutions hold a word: the rare ones are looked for first.
create virtual table solution_words using fts5vocab (solution_terms, 'col');
`

export const playbooks: Migration = { version: 5, name: 'playbooks', sql }
