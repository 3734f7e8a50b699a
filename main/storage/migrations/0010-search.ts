import type { Migration } from './migration.ts'

/**
 * One document for each message that says something, under its `seq`, so that hits come newest first without being
 * sorted. `body` holds folded words (`domain/search/tokens.ts`), `tags` what filters ask for. As SQL cannot fold, a
 * message waits in `search_due` until it is taken in; what it says is read then, never copied.
 */
const index = `
create virtual table message_search using fts5 (
  body, tags, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co So'"
);
create virtual table subject_search using fts5 (
  body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co So'"
);
create table search_due (seq integer primary key) strict;
create table subject_due (no integer primary key) strict;
-- Every word of four letters or more that was ever taken in, for words like what was typed.
create table search_word (no integer primary key autoincrement, word text not null unique) strict;
-- Texts that are gone, until the words that nobody else wrote are gone, too.
create table search_gone (no integer primary key, body text not null) strict;
-- Which messages were sent on a day (of UTC), so that a date need not look at each.
create table message_day (
  day integer not null primary key,
  first_seq integer not null,
  last_seq integer not null
) strict;
`

const says = (row: string) => `${row}.kind = 'message' or ${row}.activity_code = 'note'`
const noteDay = `
  insert into message_day values (new.sent_at / 86400000, new.seq, new.seq)
    on conflict do update set first_seq = min(first_seq, new.seq), last_seq = max(last_seq, new.seq);`

const upkeep = `
create trigger search_message_added after insert on message when ${says('new')} begin
  insert or ignore into search_due values (new.seq);${noteDay}
end;
create trigger search_message_changed after update of seq, body, sent_at on message when ${says('new')} begin
  delete from message_search where rowid = old.seq;
  delete from search_due where seq = old.seq;
  insert into search_gone (body) select old.body where old.body <> new.body;
  insert or ignore into search_due values (new.seq);${noteDay}
end;
create trigger search_message_removed after delete on message when ${says('old')} begin
  delete from message_search where rowid = old.seq;
  delete from search_due where seq = old.seq;
  insert into search_gone (body) select old.body where old.body <> '';
end;
create trigger search_subject_added after insert on conversation when new.subject <> '' begin
  insert or ignore into subject_due values (new.no);
end;
create trigger search_subject_changed after update of subject on conversation when old.subject <> new.subject begin
  insert or ignore into subject_due values (new.no);
end;
create trigger search_subject_removed after delete on conversation begin
  delete from subject_search where rowid = old.no;
  delete from subject_due where no = old.no;
end;
`

const backfill = `
insert into search_due select seq from message where ${says('message')};
insert into subject_due select no from conversation where subject <> '';
insert into message_day select sent_at / 86400000, min(seq), max(seq) from message where ${says('message')} group by 1;
`

export const search: Migration = { version: 10, name: 'search', sql: index + upkeep + backfill }
