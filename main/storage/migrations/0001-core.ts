import type { Migration } from './migration.ts'
import { conversationSummary } from './0001-core-summary.ts'

/** Times are milliseconds since 1970, ids are text, `no` numbers rise in the order of arrival. */
const tables = `
create table setting (
  key text not null primary key,
  value text not null
) strict, without rowid;

create table channel (
  no integer primary key,
  id text not null unique,
  kind text not null,
  name text not null,
  mode text not null check (mode in ('off', 'draft', 'auto')),
  enabled integer not null,
  settings text not null,
  account text not null,
  cursor text,
  created_at integer not null,
  removed_at integer
) strict;

create table contact (
  no integer primary key autoincrement,
  id text not null unique,
  name text not null,
  created_at integer not null
) strict;

create table handle (
  id text not null primary key,
  contact_id text not null references contact (id) deferrable initially deferred,
  channel_id text not null references channel (id) deferrable initially deferred,
  address text not null,
  name text not null,
  unique (channel_id, address)
) strict, without rowid;
create index handle_of_contact on handle (contact_id);

create table conversation (
  no integer primary key autoincrement,
  id text not null unique,
  channel_id text not null references channel (id) deferrable initially deferred,
  handle_id text not null references handle (id) deferrable initially deferred,
  subject text not null,
  status text not null check (status in ('open', 'snoozed', 'resolved')),
  handler text not null check (handler in ('assistant', 'owner')),
  handoff_reason text,
  unread integer not null,
  snoozed_until integer,
  waiting_since integer,
  last_message_at integer not null,
  preview text not null,
  reply_context text not null,
  created_at integer not null,
  message_count integer not null default 0,
  has_suggestion integer not null default 0,
  send_problem integer not null default 0,
  needs_me integer not null generated always as (
    status = 'open' and (
      handoff_reason is not null or has_suggestion or send_problem
      or (handler = 'owner' and waiting_since is not null)
    )
  ) virtual
) strict;
create index conversation_of_handle on conversation (handle_id, last_message_at);
create index conversation_all on conversation (last_message_at, id, channel_id);
create index conversation_by_status on conversation (status, last_message_at, id, channel_id);
create index conversation_needs_me on conversation (last_message_at, id, channel_id) where needs_me = 1;
create index conversation_suggested on conversation (last_message_at, id, channel_id)
  where has_suggestion = 1 and status = 'open';
create index conversation_snoozed on conversation (snoozed_until) where status = 'snoozed' and snoozed_until is not null;

create table conversation_ref (
  channel_id text not null references channel (id) deferrable initially deferred,
  ref text not null,
  conversation_id text not null references conversation (id) on delete cascade deferrable initially deferred,
  primary key (channel_id, ref, conversation_id)
) strict, without rowid;

create table message (
  seq integer primary key autoincrement,
  id text not null unique,
  conversation_id text not null references conversation (id) on delete cascade deferrable initially deferred,
  number integer not null,
  kind text not null check (kind in ('message', 'activity')),
  direction text not null check (direction in ('incoming', 'outgoing')),
  author text not null check (author in ('contact', 'owner', 'assistant')),
  body text not null,
  quoted text,
  has_html integer not null,
  sent_at integer not null,
  received_at integer not null,
  automated text,
  remote_id text,
  answer_id text,
  activity_code text,
  activity_detail text
) strict;
create index message_of_conversation on message (conversation_id, seq);
create index message_of_assistant on message (received_at, conversation_id)
  where author = 'assistant' and kind = 'message';

create table message_html (
  message_id text not null primary key references message (id) on delete cascade deferrable initially deferred,
  html text not null
) strict;

create table attachment (
  no integer primary key,
  id text not null unique,
  message_id text not null references message (id) on delete cascade deferrable initially deferred,
  name text not null,
  mime text not null,
  bytes integer not null,
  content_id text,
  inline integer not null,
  missing text,
  mismatch integer not null,
  sha256 text,
  -- Who sent it and when, for the quota; null for our own.
  from_handle_id text,
  received_at integer not null
) strict;
create index attachment_of_message on attachment (message_id);
create index attachment_from on attachment (from_handle_id, received_at, bytes) where sha256 is not null;

create table inbox_raw (
  no integer primary key,
  id text not null unique,
  channel_id text not null references channel (id) deferrable initially deferred,
  message_id text not null,
  received_at integer not null,
  -- One of the two: small ones here, large ones in the blob store.
  raw blob,
  raw_sha256 text,
  check ((raw is null) <> (raw_sha256 is null))
) strict;
create index inbox_raw_of_message on inbox_raw (message_id);

create table dedupe_key (
  channel_id text not null,
  key text not null,
  raw_no integer not null references inbox_raw (no) deferrable initially deferred,
  primary key (channel_id, key)
) strict, without rowid;

create table outbox (
  no integer primary key autoincrement,
  id text not null unique,
  message_id text not null unique references message (id) on delete cascade deferrable initially deferred,
  conversation_id text not null references conversation (id) on delete cascade deferrable initially deferred,
  channel_id text not null references channel (id) deferrable initially deferred,
  answer_to text unique,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'uncertain')),
  attempts integer not null,
  created_at integer not null,
  not_before integer not null,
  transmitting_at integer,
  remote_id text,
  error text,
  copy_pending integer not null,
  -- The owner must look; once given up, there is nothing left to look at.
  is_problem integer not null generated always as (
    state = 'uncertain' or (state = 'failed' and error is not 'given-up')
  ) virtual
) strict;
create index outbox_in_line on outbox (conversation_id, no) where state in ('queued', 'sending', 'uncertain');
create index outbox_not_sent on outbox (state, no) where state <> 'sent';
create index outbox_problem on outbox (conversation_id) where is_problem = 1;
create index outbox_copy on outbox (no) where copy_pending = 1;

create table suggestion (
  no integer primary key,
  id text not null unique,
  conversation_id text not null references conversation (id) on delete cascade deferrable initially deferred,
  message_id text not null references message (id) on delete cascade deferrable initially deferred,
  answer_id text not null,
  body text not null,
  created_at integer not null,
  closed_how text check (closed_how in ('sent', 'edited', 'discarded', 'outdated')),
  closed_at integer
) strict;
create index suggestion_open on suggestion (conversation_id) where closed_at is null;
create index suggestion_of_message on suggestion (message_id);

create table answer (
  id text not null primary key,
  message_id text,
  created_at integer not null,
  record text not null
) strict;
create index answer_of_message on answer (message_id);

create table work (
  no integer primary key autoincrement,
  id text not null unique,
  message_id text not null references message (id) on delete cascade deferrable initially deferred,
  attempts integer not null,
  not_before integer not null
) strict;
create index work_due on work (not_before);
create index work_of_message on work (message_id);

create table wall_log (
  no integer primary key autoincrement,
  at integer not null,
  owner_id text not null,
  host text not null,
  port integer not null,
  decision text not null check (decision in ('allowed', 'denied'))
) strict;
`

/** The text comes in with Chinese, Japanese and Korean characters set apart; nothing of it is stored in clear words. */
const search = `
create virtual table conversation_search using fts5 (
  body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);
create virtual table contact_search using fts5 (
  body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);
`

export const core: Migration = { version: 1, name: 'core', sql: tables + conversationSummary + search }
